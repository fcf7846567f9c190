import Support

/// What may stand at one place of a command line.
package struct Completion: Equatable, Sendable {
  /// A word that may stand there.
  package struct Word: Equatable, Sendable {
    package let text: String
    /// What it means, in a few words; shells that have no room for it leave it out.
    package let meaning: String

    package init(_ text: String, _ meaning: String = "") {
      self.text = text
      self.meaning = meaning
    }
  }

  /// Which files may stand there, which shells know best.
  package enum Files: Equatable, Sendable {
    case any
    case folders
    /// Files whose names end so, and the folders on the way to them.
    case ending(String)
  }

  package var words: [Word]
  package var files: Files?

  package init(_ words: [Word] = [], files: Files? = nil) {
    self.words = words
    self.files = files
  }

  /// The same with words that only go on with what was typed.
  ///
  /// - Parameter typed: The beginning.
  /// - Returns: The words that begin so, each once.
  func going(on typed: String) -> Completion {
    var seen: Set<String> = []
    let fitting = words.filter { $0.text.hasPrefix(typed) && seen.insert($0.text).inserted }
    return Completion(fitting, files: files)
  }

  /// The same with something in front of every word.
  func behind(_ prefix: String) -> Completion {
    Completion(words.map { Word(prefix + $0.text, $0.meaning) }, files: files)
  }

  /// The lines that the scripts of shells read: a word, a tab and its meaning on each; one that
  /// begins with a tab names the files.
  package var lines: String {
    let words = words.map { word in
      let fields = [word.text, word.meaning].map { $0.spelled() }
      return "\(fields[0])\t\(fields[1])\n"
    }
    let files: String? =
      switch files {
      case nil: nil
      case .any: "\tfiles\n"
      case .folders: "\tfolders\n"
      case .ending(let ending): "\tfiles \(ending)\n"
      }
    return (words + [files].compactMap(\.self)).joined()
  }
}
