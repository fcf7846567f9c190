package import Reports
import Support

extension ReportMoves {
  /// So many values are shown of those that moved.
  private static let mostValues = 12

  /// What a diff says of a run.
  ///
  /// - Parameters:
  ///   - diff: From what was pinned, or an earlier run, to the run.
  ///   - since: What the earlier side is called; no path.
  package init(_ diff: RunDiff, since: String) {
    let tables = diff.tables.asList.flatMap(\.self)
    let moved = tables.filter { !$0.isEmpty }
    self.init(
      since: since, causes: Self.causes(diff.cause),
      tableCount: tables.count + diff.tablesLost.count + diff.tablesGained.count,
      tables: moved.map(\.name) + diff.tablesLost + diff.tablesGained,
      values: Self.values(of: moved))
  }

  private static func causes(_ cause: DiffCause) -> [String] {
    let kinds = cause.kinds.map { kind in
      switch kind {
      case .method: "another version of a method"
      case .setting: "another setting of the spec"
      case .data: "other data"
      case .engine: "another engine"
      case .program: "the program itself, as nothing else differs"
      }
    }
    return kinds + (cause.pointers.isEmpty ? [] : [cause.pointers.joined(separator: ", ")])
  }

  /// The values that moved most of each table, those of small tables first.
  private static func values(of tables: [TableDiff]) -> [Value] {
    let sorted = tables.enumerated().sorted {
      ($0.element.newRows, $0.offset) < ($1.element.newRows, $1.offset)
    }.map(\.element)
    let values = sorted.flatMap { table -> [Value] in
      switch table.content {
      case .rows(let rows):
        rows.largest.flatMap { row in
          row.moves.prefix(2).map { move in
            Value(
              subject: ([table.name] + words(row.row) + [move.column]).joined(separator: " · "),
              unit: move.unit,
              old: side(move.old), new: side(move.new))
          }
        }
      case .digests(let columns):
        columns.compactMap { column in digest(column, of: table.name) }
      case .equal, .whole, .keyedDifferently: []
      }
    }
    return Array(values.prefix(mostValues))
  }

  /// The keys of a row, as far as they tell something.
  private static func words(_ row: RowKey) -> [String] {
    zip(row.names, row.values).map { name, value in
      switch value {
      case .missing: "no \(name)"
      case .word(let word): word
      case .flag(let flag): "\(name) \(flag)"
      case .number(let number): "\(name) \(JSONValue.spelling(of: number))"
      }
    }
  }

  private static func side(_ value: CellValue) -> Side {
    switch value {
    case .missing: .word("")
    case .word(let word): .word(word)
    case .flag(let flag): .word("\(flag)")
    case .number(let number): .number(number)
    }
  }

  /// The mean of a column before and after, or the first statistic that differs.
  private static func digest(_ column: DigestDiff, of table: String) -> Value? {
    guard
      let statistic = column.statistics.first(where: { $0.name == "mean" })
        ?? column.statistics.first, let old = statistic.old, let new = statistic.new
    else { return nil }
    return Value(
      subject: "\(table) · \(statistic.name) of \(column.name)", unit: column.unit,
      old: .number(old), new: .number(new))
  }
}
