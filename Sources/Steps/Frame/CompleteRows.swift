/// The rows in which no quantity of a step is missing, and how many are left out.
struct CompleteRows {
  /// What must be there, with its name; shape `[rows]`.
  typealias Quantity = (name: String, values: [Double])

  /// Those that miss nothing, in order.
  let rows: [Int]
  let share: RowShare

  /// Sorts rows out.
  ///
  /// - Parameters:
  ///   - candidates: The rows that may take part.
  ///   - quantities: What must be there.
  init(among candidates: [Int], of quantities: [Quantity]) {
    let rows = candidates.filter { row in quantities.allSatisfy { $0.values[row].isFinite } }
    let isWhole = rows.count == candidates.count
    self.rows = rows
    share = RowShare(
      kept: rows.count, of: candidates.count,
      quantities.map { quantity in
        (quantity.name, !isWhole && candidates.contains { !quantity.values[$0].isFinite })
      })
  }
}
