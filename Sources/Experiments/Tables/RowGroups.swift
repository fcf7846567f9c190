/// The rows of a table sorted into groups of equal keys.
///
/// Groups come in the order of their first row, and rows keep their order inside a group.
package struct RowGroups: Sendable {
  /// The rows of each group; shape `[groups][rows]`.
  package private(set) var rows: [[Int]] = []
  /// The values of the grouping columns for each group; shape `[groups][columns]`.
  package private(set) var keys: [[Double]] = []

  /// Groups rows by the values of some columns.
  ///
  /// - Parameters:
  ///   - columns: The grouping columns; shape `[columns][rows]`. With none, all rows are one group.
  ///   - rows: The rows that take part.
  package init(by columns: [[Double]], among rows: some Sequence<Int>) {
    var positions: [[UInt64]: Int] = [:]
    if columns.isEmpty {
      self.rows = [Array(rows)]
      self.keys = [[]]
      return
    }
    for row in rows {
      let key = columns.map { ($0[row] + 0).bitPattern }
      if let position = positions[key] {
        self.rows[position].append(row)
      } else {
        positions[key] = self.rows.count
        self.rows.append([row])
        self.keys.append(columns.map { $0[row] })
      }
    }
  }
}
