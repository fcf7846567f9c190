import Steps
package import Tables

/// What a run found: its tables, how its units turned out, and what a reader should know.
package struct RunResults: Sendable {
  package var tables: TableSet
  /// The number of units of each status.
  package private(set) var statuses: [(status: String, count: Int)] = []
  /// One sentence for each thing to know.
  package var warnings: [String] = []

  init(_ tables: TableSet) {
    self.tables = tables
  }

  /// Takes in the table of a computation.
  mutating func add(_ table: Table, tally: (Table) -> UnitTally) {
    tables.add([table])
    add(tally(table))
  }

  /// Takes in how units turned out.
  mutating func add(_ tally: UnitTally) {
    for (status, count) in tally.counts {
      if let index = statuses.firstIndex(where: { $0.status == status }) {
        statuses[index].count += count
      } else {
        statuses.append((status, count))
      }
    }
    warnings += tally.warnings
  }
}
