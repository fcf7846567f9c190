import Steps
package import Tables

/// The rows of some cells, of every table that is made cell by cell.
package struct CellRows: Sendable {
  /// In the order in which they are made.
  package internal(set) var tables: [Table] = []
  /// What is counted of the tables of each computation; shape `[computations]`.
  var tallies: [Tally] = []
  /// What is counted of the information, if there is such a table.
  var information = Tally()
  /// What there is to be known of the steps, by their place.
  var notes: [Int: StepNotes] = [:]
}
