import Tables

/// Carries the groups of one cell over to others: rows belong together by their keys without axes.
enum GroupTransfer {
  /// Finds the rows of a table that belong to the groups of another.
  ///
  /// - Parameters:
  ///   - groups: The rows of each group of `source`.
  ///   - source: The table at the cell where the groups are fixed.
  ///   - target: The table to group.
  ///   - rows: The rows of `target` that take part.
  /// - Returns: The rows of `target` in each group, in order.
  static func members(
    _ groups: [[Int]], of source: Table, to target: Table, among rows: [Int]
  ) -> [[Int]] {
    let keys = target.schema.keys.filter { !target.schema.axes.contains($0) }
    let from = keys.compactMap { source[$0] }
    let into = keys.compactMap { target[$0] }
    return groups.map { group in
      let chosen = Set(group.map { row in from.map { $0[row].bitPattern } })
      return rows.filter { row in chosen.contains(into.map { $0[row].bitPattern }) }
    }
  }
}
