import Console

/// A page of a diff as Markdown, to be pasted into a pull request.
enum DiffMarkdown {
  static func lines(of page: DiffPage) -> [String] {
    var lines = ["### \(escaped(page.title))", ""]
    let facts = page.facts + page.ending
    lines += table(
      ["layer", "what differs"],
      facts.map { [$0.name, $0.lines.map(escaped).joined(separator: "<br>")] }, isNumeric: [])
    for section in page.sections {
      lines += ["", "**\(escaped(section.title))**: \(escaped(section.summary))"]
      for part in section.parts {
        if !part.caption.isEmpty { lines += ["", escaped(part.caption)] }
        let shown = part.table.droppingEmptyColumns
        guard !shown.columns.isEmpty else { continue }
        lines += [""]
        lines += table(
          shown.columns.map { escaped($0.header) }, shown.rows.map { $0.map(escaped) },
          isNumeric: Set(shown.columns.indices.filter { shown.columns[$0].isNumeric }))
      }
    }
    return lines
  }

  private static func table(
    _ headings: [String], _ rows: [[String]], isNumeric: Set<Int>
  ) -> [String] {
    func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    let rule = headings.indices.map { isNumeric.contains($0) ? "---:" : "---" }
    return [line(headings), line(rule)] + rows.map(line)
  }

  /// The text with what Markdown would take for its own marked as text.
  private static func escaped(_ text: String) -> String {
    var plain = ""
    for character in text {
      if "\\|*_`<>".contains(character) { plain.append("\\") }
      plain.append(character)
    }
    return plain
  }
}
