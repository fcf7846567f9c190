#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The words with which the program was started.
package enum CommandLineWords {
  /// Why the words are not at hand.
  package enum Failure: Error, Equatable, Sendable {
    /// The system does not tell them, as where there is no `/proc`.
    case unknown
    /// Something that was given is no text: a word or a variable, with `\xE9` for such a byte.
    case notText([String])
  }

  /// Reads the words.
  ///
  /// - Parameter prefix: Variables of the environment that begin so have to be text as well.
  /// - Throws: ``Failure``. What is not UTF-8 is never repaired: a path would lead elsewhere.
  /// - Returns: The words after the name of the program.
  package static func read(variables prefix: String) throws(Failure) -> [String] {
    let count = Int(CommandLine.argc)
    guard count > 0 else { throw .unknown }
    var words: [String] = []
    var others: [String] = []
    for index in 1..<max(1, count) {
      guard let word = CommandLine.unsafeArgv[index] else { continue }
      if let text = text(word, or: &others) { words.append(text) }
    }
    var next = environ
    while let variable = next.pointee {
      if strncmp(variable, prefix, prefix.utf8.count) == 0 { _ = text(variable, or: &others) }
      next += 1
    }
    guard others.isEmpty else { throw .notText(others) }
    return words
  }

  /// The text of a word; what is none is added to the others, spelled.
  private static func text(_ word: UnsafePointer<CChar>, or others: inout [String]) -> String? {
    if let text = String(validatingCString: word) { return text }
    let bytes = UnsafeBufferPointer(start: word, count: strlen(word))
    others.append(UncertainText.escaped(bytes.map { UInt8(bitPattern: $0) }))
    return nil
  }
}
