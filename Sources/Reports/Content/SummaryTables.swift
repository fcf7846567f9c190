import Tables

/// Which tables a report shows, and which it only names.
struct SummaryTables {
  /// Those that are shown, results first.
  let shown: [Table]
  /// The names of those that only have a file.
  let others: [String]

  /// So many values fit into a page that stays under five megabytes.
  private static let mostValues = 320_000
  /// Of one table no more than this many are taken in.
  private static let mostOfOne = 120_000

  /// A table with more rows is a long one.
  static let rowsOfLong = 12

  /// Tables that other sections show, or that only feed figures.
  private static let elsewhere: Set<String> = [TableName.cutFlow, TableName.dropped]

  init(_ subject: ReportSubject) {
    let all = subject.tables.all
    let steps = subject.steps
    func isResult(_ table: Table) -> Bool {
      steps.contains { table.name == $0 || table.name.hasPrefix("\($0).") }
    }
    let made = all.filter(isResult)
    let own = all.filter { [TableName.fits, TableName.offsets].contains($0.name) }
    let rest = all.filter { table in
      !isResult(table) && !own.contains { $0.name == table.name }
        && !Self.elsewhere.contains(table.name)
    }
    var (shown, others, values) = ([Table](), [String](), 0)
    // What a person asks for first stands first: small tables of results, then those by galaxy.
    for table in made.filter({ !Self.isLong($0) }) + own + made.filter(Self.isLong) + rest {
      let count = table.rowCount * table.values.count
      let isLarge = count > Self.mostOfOne || values + count > Self.mostValues
      if isLarge || Self.isByPoint(table) || table.rowCount == 0 {
        others.append(table.name)
      } else {
        shown.append(table)
        values += count
      }
    }
    self.shown = shown
    self.others = others
  }

  private static func isLong(_ table: Table) -> Bool {
    table.schema.keys.contains("galaxy") && table.rowCount > Self.rowsOfLong
  }

  /// Tables of points of curves are for figures, not for reading.
  private static func isByPoint(_ table: Table) -> Bool {
    ["radius", "point"].contains(where: table.schema.keys.contains)
  }
}
