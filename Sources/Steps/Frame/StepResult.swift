package import Tables

/// What a step makes, with what is to be known of the making.
package struct StepResult: ExpressibleByArrayLiteral, Sendable {
  /// Tables with the schemas that ``Step/makes(from:_:)`` told.
  package let tables: [Table]
  /// What a reader should know that the tables do not tell, one sentence each.
  package let notes: [String]

  init(_ tables: [Table], notes: [String]) {
    self.tables = tables
    self.notes = notes
  }

  /// Tables of which there is nothing to be said.
  package init(arrayLiteral tables: Table...) {
    self.init(tables, notes: [])
  }
}
