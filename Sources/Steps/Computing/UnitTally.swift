/// How the units of a computation turned out: how many of each status, and what is to be known.
package struct UnitTally: Sendable {
  /// The number of units of each status.
  package let counts: [(status: String, count: Int)]
  /// One sentence for each thing to know.
  package let warnings: [String]

  package init(counts: [(status: String, count: Int)], warnings: [String]) {
    self.counts = counts
    self.warnings = warnings
  }
}
