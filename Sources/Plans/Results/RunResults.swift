package import Tables

/// What a run found: its tables, how its units turned out, and what a reader should know.
package struct RunResults: Sendable {
  /// The tables; of large ones the columns that are read at the end.
  package var tables: TableSet
  /// The number of units of each status.
  package private(set) var statuses: [(status: String, count: Int)] = []
  /// One sentence for each thing to know.
  package var warnings: [String] = []

  init(_ tables: TableSet) {
    self.tables = tables
  }

  /// Takes in how the units of a computation turned out.
  mutating func add(statuses: [(status: String, count: Int)]) {
    for (status, count) in statuses {
      if let index = self.statuses.firstIndex(where: { $0.status == status }) {
        self.statuses[index].count += count
      } else {
        self.statuses.append((status, count))
      }
    }
  }
}
