/// A piece of a page of the reference.
///
/// Texts are plain, but for what stands in backquotes, which is code.
enum ReferenceBlock: Sendable {
  case heading(String)
  case paragraph(String)
  case list([String])
  /// Lines that stay as they are.
  case lines([String])
  /// Rows under a head; every row has as many cells as the head.
  case table(head: [String], rows: [[String]])

  var markdown: String {
    switch self {
    case .heading(let text): "## \(MarkdownText.escaped(text))"
    case .paragraph(let text): MarkdownText.escaped(text)
    case .list(let items):
      items.map { "- \(MarkdownText.escaped($0))" }.joined(separator: "\n")
    case .lines(let lines): (["```"] + lines + ["```"]).joined(separator: "\n")
    case .table(let head, let rows):
      ([head, head.map { _ in "---" }].map(Self.row)
        + rows.map { Self.row($0.map(MarkdownText.cell)) }).joined(separator: "\n")
    }
  }

  private static func row(_ cells: [String]) -> String {
    "| \(cells.joined(separator: " | ")) |"
  }
}
