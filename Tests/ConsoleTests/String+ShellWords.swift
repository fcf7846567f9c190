extension String {
  /// The words that a shell makes of a plain line with quotes and backslashes.
  ///
  /// There are no variables, patterns or pipes, as in the examples of the commands.
  var shellWords: [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = self[...]
    // Quotes with nothing between them are a word too.
    func add(_ text: some StringProtocol) { word = (word ?? "") + text }
    while let character = rest.popFirst() {
      switch (character, quote) {
      case ("\\", let quote) where quote != "'":
        add(rest.prefix(1))
        rest = rest.dropFirst()
      case (let character, let open?):
        if character == open { quote = nil } else { add(String(character)) }
      case ("'", nil), ("\"", nil):
        quote = character
        add("")
      case (" ", nil):
        if let word { words.append(word) }
        word = nil
      default:
        add(String(character))
      }
    }
    return words + [word].compactMap(\.self)
  }
}
