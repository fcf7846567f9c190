package import Support

/// What a diff is asked to look at.
package struct DiffRequest: Sendable {
  /// Which changes do not count.
  package let tolerance: DiffTolerance
  /// The only table to compare; `nil` for all.
  package let table: String?
  /// A condition on rows: a row counts if it meets it on either side; `nil` for all rows.
  package let condition: Expression?
  /// How many rows are named where there are many.
  package let top: Int
  /// How many values a table has at least of which only rows that moved are held, where it can be.
  let large: Int

  package init(
    tolerance: DiffTolerance = .none, table: String? = nil, condition: Expression? = nil,
    top: Int = 10, large: Int = 1 << 22
  ) {
    self.tolerance = tolerance
    self.table = table
    self.condition = condition
    self.top = top
    self.large = large
  }
}
