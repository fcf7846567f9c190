/// What moved since the results were pinned.
enum MovedSection {
  static func section(_ subject: ReportSubject) -> Section? {
    guard let moves = subject.moves else { return nil }
    let heading: HTML = "What moved since <span class=\"hash\">\(moves.since)</span>"
    guard !moves.tables.isEmpty else {
      return Section(
        "moved", "What moved", heading: heading,
        "<p>Nothing: \(moves.tableCount) tables are as they were pinned.</p>\n")
    }
    var body: HTML = ""
    if !moves.causes.isEmpty {
      body += "<p>What may be the cause: \(moves.causes.joined(separator: "; ")).</p>\n"
    }
    body += """
      <p>\(moves.tables.count) of \(moves.tableCount) tables moved: \
      \(moves.tables.joined(separator: ", ")).</p>

      """
    if !moves.values.isEmpty {
      body +=
        PlainTable(
          caption: "Values that moved most",
          head: [
            ("Value", .head), ("Earlier", .number), ("Now", .number), ("Change", .number),
          ],
          rows: moves.values.map { value in
            let unit = value.unit.isEmpty ? "" : " (\(value.unit))"
            return [
              HTML(text: value.subject + unit), HTML(text: text(value.old)),
              HTML(text: text(value.new)), HTML(text: change(value)),
            ]
          }
        ).html
    }
    return Section("moved", "What moved", heading: heading, body)
  }

  private static func text(_ side: ReportMoves.Side) -> String {
    switch side {
    case .number(let value): ReportNumber.text(value, digits: 5)
    case .word(let word): word.isEmpty ? ReportNumber.missing : word
    }
  }

  private static func change(_ value: ReportMoves.Value) -> String {
    guard case .number(let old) = value.old, case .number(let new) = value.new else { return "" }
    return ReportNumber.text(new - old, digits: 3)
  }
}
