import Console
import Runs
import Support
import Tables

/// The tables of a diff that moved, one section each; small ones share the last.
struct DiffSections {
  private(set) var all: [DiffPage.Section] = []
  /// Tables of at most this many rows share a section.
  private static let small = 6

  /// Whether everything is told of every table.
  private let isWhole: Bool
  /// Whether the columns and the rows that moved most are told.
  private let isDetailed: Bool
  /// The transitions told already, by table: derived tables repeat those of their source.
  private var told: [(table: String, transition: Transition)] = []

  init(_ diff: RunDiff, _ tables: [TableDiff], isDetailed: Bool) {
    let moved = tables.filter { !$0.isEmpty }
    isWhole = isDetailed
    self.isDetailed = isDetailed || moved.count <= 3
    var small: [(table: String, row: RowMove)] = []
    for table in moved {
      if case .rows(let rows) = table.content, table.declarations.isEmpty,
        max(table.oldRows, table.newRows) <= Self.small,
        rows.lost.count + rows.gained.count == 0,
        rows.columnsLost.isEmpty, rows.columnsGained.isEmpty
      {
        small += rows.largest.map { (table.name, $0) }
      } else {
        all.append(section(table))
      }
    }
    if !small.isEmpty { all.append(values(small)) }
  }

  /// Every value of small tables that moved by as much as shows.
  private func values(_ rows: [(table: String, row: RowMove)]) -> DiffPage.Section {
    var text = TextTable([
      .text("table"), .text("row"), .text("column"), .number("old"), .text("→"), .number("new"),
      .number("change"), .number("sigmas"),
    ])
    var hidden = 0
    for (table, row) in rows {
      for move in row.moves {
        if isWhole || DiffText.isVisible(move) {
          text.append([table, DiffText.key(row.row)] + DiffText.cells(of: move))
        } else {
          hidden += 1
        }
      }
    }
    let note = hidden == 0 ? "" : "; \(hidden.grouped) more moved by less than shows in 4 digits"
    return DiffPage.Section(
      title: "values", summary: "of small tables\(note)", parts: [("", text)])
  }

  private mutating func section(_ table: TableDiff) -> DiffPage.Section {
    var section = contentSection(table)
    section.parts = table.declarations.map { (Self.text($0), TextTable([])) } + section.parts
    return section
  }

  /// The change of a unit or a kind: `unit of r_t: kpc → pc`.
  private static func text(_ declaration: DeclarationDiff) -> String {
    func spelled(_ text: String) -> String { text.isEmpty ? "none" : text }
    return "\(declaration.part.rawValue) of \(declaration.column): "
      + "\(spelled(declaration.old)) → \(spelled(declaration.new))"
  }

  private mutating func contentSection(_ table: TableDiff) -> DiffPage.Section {
    switch table.content {
    case .equal:
      return DiffPage.Section(title: table.name, summary: "the values are equal")
    case .keyedDifferently(let old, let new):
      return DiffPage.Section(
        title: table.name,
        summary: "not joined: its keys are \(old.joined(separator: " ")) and "
          + new.joined(separator: " "))
    case .whole:
      return DiffPage.Section(
        title: table.name, summary: "\(rows(of: table)), the digest of the whole differs")
    case .digests(let columns):
      return digests(table, columns)
    case .rows(let rows):
      return section(table, rows)
    }
  }

  private mutating func section(_ table: TableDiff, _ rows: RowsDiff) -> DiffPage.Section {
    var section = DiffPage.Section(title: table.name, summary: summary(rows, of: table.name))
    if isDetailed, !rows.columns.isEmpty {
      section.parts.append(("", DiffTables.columns(rows.columns)))
    }
    for transition in rows.transitions {
      let isNamed = !transition.rows.isEmpty && (isWhole || transition.column != "bound")
      guard isDetailed || isNamed else { continue }
      let caption =
        "\(transition.column) \(DiffText.value(transition.old)) → "
        + "\(DiffText.value(transition.new)): "
        + transition.count.counted("row", "rows")
        + (isNamed && transition.rows.count < transition.count
          ? ", the first \(transition.rows.count.grouped)" : "")
      if isNamed, let source = told.first(where: { Self.isSame($0.transition, transition) }) {
        section.parts.append(("\(caption), as in \(source.table)", TextTable([])))
      } else {
        section.parts.append(
          (caption, isNamed ? DiffTables.parameters(transition.rows) : TextTable([])))
        told.append((table.name, transition))
      }
    }
    if isDetailed, !rows.largest.isEmpty {
      section.parts.append(("rows that moved most", DiffTables.largest(rows.largest)))
    }
    return section
  }

  /// Whether a table repeats a change of word of another, in the same rows.
  private static func isSame(_ first: Transition, _ second: Transition) -> Bool {
    first.column == second.column && first.old == second.old && first.new == second.new
      && first.count == second.count && first.rows.map(\.row) == second.rows.map(\.row)
  }

  private func summary(_ rows: RowsDiff, of table: String) -> String {
    var parts = ["\(rows.moved.grouped) of \(rows.joined.counted("row", "rows")) moved"]
    if rows.movedInLastDigits > 0 {
      parts.append("\(rows.movedInLastDigits.grouped) of them only in the last digits (below 1e-9)")
    }
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
    if table == TableName.fits, rows.moved > rows.movedInLastDigits, rows.degenerate == nil {
      parts.append("degenerate moves not looked for: the data are not at hand")
    }
    if let degenerate = rows.degenerate, degenerate.count > 0 {
      let names = degenerate.first.prefix(3).map(DiffText.key).joined(separator: ", ")
      parts.append(
        "\(degenerate.count.grouped) degenerate (parameters moved, curve did not): \(names)"
          + (degenerate.count > 3 ? ", …" : ""))
    }
    return parts.joined(separator: "; ")
  }

  private func rows(of table: TableDiff) -> String {
    table.oldRows == table.newRows
      ? table.oldRows.counted("row", "rows")
      : "\(table.oldRows.grouped) → \(table.newRows.counted("row", "rows"))"
  }

  private func digests(_ table: TableDiff, _ columns: [DigestDiff]) -> DiffPage.Section {
    var section = DiffPage.Section(
      title: table.name,
      summary: "\(rows(of: table)), \(columns.count.counted("column differs", "columns differ"))")
    section.parts.append(("", DiffTables.digests(columns, isDetailed: isDetailed)))
    return section
  }
}
