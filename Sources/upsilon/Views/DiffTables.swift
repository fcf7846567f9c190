import Console
import Runs
import Support

/// The parts of a diff that are tables themselves.
enum DiffTables {
  /// The columns that moved, with their largest changes.
  static func columns(_ columns: [ColumnDiff]) -> TextTable {
    var text = TextTable([
      .text("column"), .number("moved"), .number("appeared"), .number("vanished"),
      .number("largest change"), .text("unit"), .number("relative"), .number("sigmas"), .text("at"),
    ])
    let format = NumberFormat(digits: 4)
    for column in columns {
      func change(_ extreme: ColumnDiff.Extreme?) -> String? {
        extreme.map { format.text($0.change) }
      }
      let row = (column.largestInSigmas ?? column.largestChange)?.row
      func count(_ number: Int) -> String { number == 0 ? "" : number.grouped }
      text.append([
        column.name, column.moved.grouped, count(column.appeared), count(column.vanished),
        change(column.largestChange), column.largestChange == nil ? "" : column.unit,
        change(column.largestRelative), change(column.largestInSigmas),
        row.map(DiffText.key),
      ])
    }
    return text
  }

  /// Rows with the parameters that moved, a column each.
  static func parameters(_ rows: [RowMove]) -> TextTable {
    var names: [String] = []
    for move in rows.flatMap(\.moves) where !names.contains(move.column) {
      names.append(move.column)
    }
    var text = TextTable([.text(DiffText.heading(of: rows))] + names.map { .text($0) })
    for row in rows {
      text.append(
        [DiffText.key(row.row)]
          + names.map { name in
            row.moves.first { $0.column == name }.map(DiffText.pair)
          })
    }
    return text
  }

  /// The rows that moved most, each with the value that did.
  static func largest(_ rows: [RowMove]) -> TextTable {
    var text = TextTable([
      .text(DiffText.heading(of: rows)), .text("column"), .number("old"), .text("→"),
      .number("new"), .number("change"), .number("sigmas"),
    ])
    for row in rows {
      guard let move = row.moves.first else { continue }
      text.append([DiffText.key(row.row)] + DiffText.cells(of: move))
    }
    return text
  }

  /// The statistics that differ between two manifests; one a column unless it is to be detailed.
  static func digests(_ columns: [DigestDiff], isDetailed: Bool) -> TextTable {
    var text = TextTable([
      .text("column"), .text("statistic"), .number("old"), .text("→"), .number("new"),
    ])
    for column in columns {
      if column.statistics.isEmpty { text.append([column.name, "digest only", "", "", ""]) }
      // The mean tells most, where one statistic has to do.
      let mean = column.statistics.first { $0.name == "mean" } ?? column.statistics.first
      for statistic in isDetailed ? column.statistics : [mean].compactMap(\.self) {
        let move = ValueMove(
          column: column.name, old: statistic.old.map { .number($0) } ?? .missing,
          new: statistic.new.map { .number($0) } ?? .missing)
        text.append([column.name, statistic.name] + DiffText.cells(of: move)[1...3])
      }
    }
    return text
  }
}
