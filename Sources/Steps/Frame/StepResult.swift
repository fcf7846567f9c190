package import Tables

/// What a step makes, with what is to be known of the making.
package struct StepResult: ExpressibleByArrayLiteral, Sendable {
  /// Tables with the schemas that ``Step/makes(from:_:)`` told.
  package let tables: [Table]
  /// What a reader should know that the tables do not tell.
  package let notes: StepNotes

  /// - Parameters:
  ///   - tables: The tables.
  ///   - shares: The rows that each part of the step could use.
  ///   - notes: What else is to be known, one sentence each.
  init(_ tables: [Table], shares: [RowShare] = [], notes: [String]) {
    self.tables = tables
    self.notes = StepNotes(shares: shares, sentences: notes)
  }

  /// Tables of which there is nothing to be said.
  package init(arrayLiteral tables: Table...) {
    self.init(tables, notes: [])
  }
}
