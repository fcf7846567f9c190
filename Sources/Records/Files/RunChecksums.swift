import Support

/// The file of a run that has the hash of every other: what `sha256sum -c` reads too.
///
/// The manifest is the same when a run is repeated, and `spec.json` and `journal.json` are not, so
/// their hashes stand here.
package struct RunChecksums: Sendable {
  package static let fileName = "SHA256SUMS"

  /// A line: the file it names, and the hash it gives.
  package struct Line: Equatable, Sendable {
    /// From 1.
    package let number: Int
    package let path: String
    package let sha256: String
  }

  /// The lines that can be read.
  package private(set) var lines: [Line] = []
  /// What is wrong with the text, a sentence each.
  package private(set) var mistakes: [String] = []

  /// The files of a run with their checksums.
  package static func completing(_ files: [RunFile]) -> [RunFile] {
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let text = sorted.map { "\($0.sha256)  \($0.path)\n" }.joined()
    return files + [RunFile(fileName, Array(text.utf8))]
  }

  /// Reads the file.
  package init(_ bytes: [UInt8]) {
    var texts = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if texts.popLast()?.isEmpty != true { mistakes.append("the last line has no end") }
    for (index, text) in texts.enumerated() {
      let number = index + 1
      guard let line = Self.line(text, number) else {
        mistakes.append("line \(number) is not a hash, two blanks and a file")
        continue
      }
      if let last = lines.last, !last.path.utf8.lexicographicallyPrecedes(line.path.utf8) {
        mistakes.append("line \(number) is out of order: '\(line.path)'")
      }
      lines.append(line)
    }
  }

  /// The line of a file; the first, should there be several.
  package subscript(path: String) -> Line? {
    lines.first { $0.path == path }
  }

  private static func line(_ text: ArraySlice<UInt8>, _ number: Int) -> Line? {
    let (hash, rest) = (text.prefix(64), text.dropFirst(64))
    let blank = UInt8(ascii: " ")
    guard rest.count > 2, rest.prefix(2).allSatisfy({ $0 == blank }),
      let fingerprint = Fingerprint(String(decoding: hash, as: UTF8.self))
    else { return nil }
    return Line(
      number: number, path: String(decoding: rest.dropFirst(2), as: UTF8.self),
      sha256: fingerprint.description)
  }
}
