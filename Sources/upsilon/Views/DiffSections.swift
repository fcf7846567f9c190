import Console
import Runs
import Support

/// The tables of a diff that moved, one section each; small ones share the last.
struct DiffSections {
  private(set) var all: [DiffPage.Section] = []
  private let isDetailed: Bool
  /// The transitions told already, by table: derived tables repeat those of their source.
  private var told: [(table: String, transition: Transition)] = []

  init(_ diff: RunDiff, _ tables: [TableDiff], isDetailed: Bool) {
    let moved = tables.filter { !$0.isEmpty }
    self.isDetailed = isDetailed || moved.count <= 3
    var values = TextTable([
      .text("table"), .text("row"), .text("column"), .number("old"), .text("→"), .number("new"),
      .number("change"), .number("sigmas"),
    ])
    for table in moved {
      if case .rows(let rows) = table.content, max(table.oldRows, table.newRows) <= 6,
        rows.lost.count + rows.gained.count == 0
      {
        for row in rows.largest {
          for move in row.moves {
            values.append([table.name, DiffText.key(row.row)] + DiffText.cells(of: move))
          }
        }
      } else {
        all.append(section(table))
      }
    }
    if !values.rows.isEmpty {
      all.append(
        DiffPage.Section(title: "values", summary: "small tables", parts: [("", values)]))
    }
  }

  private mutating func section(_ table: TableDiff) -> DiffPage.Section {
    switch table.content {
    case .equal:
      return DiffPage.Section(title: table.name, summary: "equal")
    case .keyedDifferently(let old, let new):
      return DiffPage.Section(
        title: table.name,
        summary: "not joined: its keys are \(old.joined(separator: " ")) and "
          + new.joined(separator: " "))
    case .digests(let columns):
      return digests(table, columns)
    case .rows(let rows):
      return section(table, rows)
    }
  }

  private mutating func section(_ table: TableDiff, _ rows: RowsDiff) -> DiffPage.Section {
    var section = DiffPage.Section(title: table.name, summary: summary(rows))
    if isDetailed {
      section.parts.append(("", columns(rows.columns)))
    }
    for transition in rows.transitions where isDetailed || !transition.rows.isEmpty {
      let caption =
        "\(transition.column) \(DiffText.value(transition.old)) → "
        + "\(DiffText.value(transition.new)): "
        + DiffPage.count(transition.count, "row", "rows")
      let source = told.first {
        $0.transition.rows == transition.rows && $0.transition.column == transition.column
          && $0.transition.count == transition.count
      }
      if let source, !transition.rows.isEmpty {
        section.parts.append(("\(caption), as in \(source.table)", TextTable([])))
      } else {
        section.parts.append((caption, parameters(transition.rows)))
        told.append((table.name, transition))
      }
    }
    if isDetailed, !rows.largest.isEmpty {
      section.parts.append(("rows that moved most", largest(rows.largest)))
    }
    return section
  }

  private func summary(_ rows: RowsDiff) -> String {
    var parts = ["\(rows.moved.grouped) of \(DiffPage.count(rows.joined, "row", "rows")) moved"]
    func rowsOf(_ list: RowsDiff.RowList, _ side: String) {
      guard list.count > 0 else { return }
      let names = list.first.prefix(3).map(DiffText.key).joined(separator: ", ")
      parts.append(
        "\(list.count.grouped) only in the \(side): \(names)\(list.count > 3 ? ", …" : "")")
    }
    rowsOf(rows.lost, "first")
    rowsOf(rows.gained, "second")
    if !rows.columnsLost.isEmpty {
      parts.append("columns only in the first: \(rows.columnsLost.joined(separator: ", "))")
    }
    if !rows.columnsGained.isEmpty {
      parts.append("columns only in the second: \(rows.columnsGained.joined(separator: ", "))")
    }
    if !isDetailed, let row = rows.largest.first, let move = row.moves.first {
      parts.append("most: \(DiffText.key(row.row)) \(move.column) \(DiffText.pair(move))")
    }
    if let degenerate = rows.degenerate, degenerate.count > 0 {
      let names = degenerate.first.prefix(3).map(DiffText.key).joined(separator: ", ")
      parts.append(
        "\(degenerate.count.grouped) degenerate (parameters moved, curve did not): \(names)"
          + (degenerate.count > 3 ? ", …" : ""))
    }
    return parts.joined(separator: "; ")
  }

  private func columns(_ columns: [ColumnDiff]) -> TextTable {
    var text = TextTable([
      .text("column"), .number("moved"), .number("largest change"), .text("unit"),
      .number("relative"), .number("sigmas"), .text("at"),
    ])
    let format = NumberFormat(digits: 4)
    for column in columns {
      func change(_ extreme: ColumnDiff.Extreme?) -> String {
        extreme.map { format.text($0.change) } ?? ""
      }
      let row = (column.largestInSigmas ?? column.largestChange)?.row
      text.append([
        column.name, column.moved.grouped, change(column.largestChange), column.unit,
        change(column.largestRelative), change(column.largestInSigmas),
        row.map(DiffText.key) ?? "",
      ])
    }
    return text
  }

  /// Rows with the parameters that moved, a column each.
  private func parameters(_ rows: [RowMove]) -> TextTable {
    var names: [String] = []
    for move in rows.flatMap(\.moves) where !names.contains(move.column) {
      names.append(move.column)
    }
    guard !rows.isEmpty else { return TextTable([]) }
    var text = TextTable([.text("row")] + names.map { .text($0) })
    for row in rows {
      text.append(
        [DiffText.key(row.row)]
          + names.map { name in
            row.moves.first { $0.column == name }.map(DiffText.pair) ?? ""
          })
    }
    return text
  }

  private func largest(_ rows: [RowMove]) -> TextTable {
    var text = TextTable([
      .text("row"), .text("column"), .number("old"), .text("→"), .number("new"), .number("change"),
      .number("sigmas"),
    ])
    for row in rows {
      guard let move = row.moves.first else { continue }
      text.append([DiffText.key(row.row)] + DiffText.cells(of: move))
    }
    return text
  }

  private func digests(_ table: TableDiff, _ columns: [DigestDiff]) -> DiffPage.Section {
    let rows =
      table.oldRows == table.newRows
      ? DiffPage.count(table.oldRows, "row", "rows")
      : "\(table.oldRows.grouped) → \(DiffPage.count(table.newRows, "row", "rows"))"
    var section = DiffPage.Section(
      title: table.name,
      summary: "\(rows), \(DiffPage.count(columns.count, "column differs", "columns differ"))")
    var text = TextTable([
      .text("column"), .text("statistic"), .number("old"), .text("→"), .number("new"),
    ])
    for column in columns {
      if column.statistics.isEmpty { text.append([column.name, "digest only", "", "", ""]) }
      for statistic in column.statistics {
        let move = ValueMove(
          column: column.name, old: statistic.old.map { .number($0) } ?? .missing,
          new: statistic.new.map { .number($0) } ?? .missing)
        text.append([column.name, statistic.name] + DiffText.cells(of: move)[1...3])
      }
    }
    section.parts.append(("", text))
    return section
  }
}
