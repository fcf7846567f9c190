extension String {
  /// The words that a shell makes of a plain line with quotes and backslashes.
  ///
  /// There are no variables, patterns or pipes; tests read the examples of the commands with it.
  package var shellWords: [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = self[...]
    while let character = rest.popFirst() {
      switch (character, quote) {
      case ("\\", let quote) where quote != "'":
        word = (word ?? "") + rest.prefix(1)
        rest = rest.dropFirst()
      case (let character, let open?):
        if character == open { quote = nil } else { word?.append(character) }
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (" ", nil):
        if let word { words.append(word) }
        word = nil
      default:
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
