/// Plain text as Markdown has to spell it.
package enum MarkdownText {
  /// The characters that would mean something outside of code.
  private static let marks = Set<Character>("\\*<>[]|@")

  /// A text in which only backquotes keep their meaning.
  package static func escaped(_ text: String) -> String {
    var isCode = false
    return String(
      text.flatMap { character -> [Character] in
        if character == "`" { isCode.toggle() }
        return !isCode && marks.contains(character) ? ["\\", character] : [character]
      })
  }

  /// A text in a cell of a table, where a bar would end the cell even in code.
  package static func cell(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? escaped(String(part)) : String(part).replacing("|", with: "\\|")
    }.joined(separator: "`")
  }

  /// A text as code.
  static func code(_ text: String) -> String { "`\(text)`" }

  /// Texts as code, with commas between them.
  static func codes(_ texts: [String]) -> String {
    texts.map(code).joined(separator: ", ")
  }
}
