/// Columns of a ``TableDraft`` that follow each other: keys of groups, or columns of another table.
package struct ColumnBlock: Sendable {
  /// Their places in the draft.
  let places: Range<Int>
  package let names: [String]

  /// The values of columns with these names; shape `[columns][rows]`.
  ///
  /// - Parameter table: A table that has them all.
  /// - Returns: One array a column, in the order of the block.
  package func values(in table: Table) -> [[Double]] {
    names.map { name in
      guard let values = table[name] else {
        preconditionFailure("table '\(table.name)' has no column '\(name)'")
      }
      return values
    }
  }
}
