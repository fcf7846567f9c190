import Console
import Support

/// A page of the reference for the terminal.
enum ReferenceText {
  /// How wide the columns of a table may be together before the last one, so that it still fits.
  private static let widestHead = 40

  /// The whole page.
  static func text(of page: ReferencePage) -> String {
    let head = page.title + "\n" + wrapped(page.summary)
    return ([head] + page.blocks.map(text)).joined(separator: "\n\n")
  }

  static func text(of block: ReferenceBlock) -> String {
    switch block {
    case .heading(let text): plain(text) + "\n" + String(repeating: "-", count: text.count)
    case .paragraph(let text): wrapped(text)
    case .list(let items): items.map { wrapped("- \($0)", indent: 2) }.joined(separator: "\n")
    case .lines(let lines): lines.map { "  \($0)" }.joined(separator: "\n")
    case .table(let head, let rows): table([head] + rows).joined(separator: "\n")
    }
  }

  /// A text without the marks of code.
  private static func plain(_ text: String) -> String { text.replacing("`", with: "") }

  private static func wrapped(_ text: String, indent: Int = 0) -> String {
    plain(text).wrapped(to: HelpPage.width, hanging: indent).joined(separator: "\n")
  }

  /// Columns side by side, the last one wrapped; where the others are wide, it stands below them.
  private static func table(_ rows: [[String]]) -> [String] {
    let rows = rows.map { $0.map(plain) }
    let count = rows[0].count
    let used = (0..<count).filter { column in
      rows.dropFirst().contains { !$0[column].isEmpty }
    }
    guard let last = used.last else { return [] }
    let heads = used.dropLast()
    let widths = heads.map { column in rows.map { $0[column].count }.reduce(0, max) }
    let margin = widths.reduce(2) { $0 + $1 + 2 }
    if margin <= widestHead {
      return rows.flatMap { row -> [String] in
        let head = "  " + zip(heads, widths).map { row[$0].padded(to: $1) + "  " }.joined()
        let body = row[last].wrapped(to: HelpPage.width - margin)
        return [(head + body.prefix(1).joined()).withoutEnd]
          + body.dropFirst().map { String(repeating: " ", count: margin) + $0 }
      }
    }
    return rows.dropFirst().flatMap { row -> [String] in
      let head = heads.map { row[$0] }.filter { !$0.isEmpty }.joined(separator: " · ")
      return head.wrapped(to: HelpPage.width - 2, hanging: 2).map { "  \($0)" }
        + row[last].wrapped(to: HelpPage.width - 6).map { "      \($0)" }
    }
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var withoutEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
