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
    var rows = candidates
    let isMissed = quantities.map { quantity in
      quantity.values.withUnsafeBufferPointer { values in
        candidates.contains { !values[$0].isFinite }
      }
    }
    for (quantity, isMissed) in zip(quantities, isMissed) where isMissed {
      rows.removeAll { !quantity.values[$0].isFinite }
    }
    self.rows = rows
    share = RowShare(
      kept: rows.count, of: candidates.count,
      zip(quantities, isMissed).map { ($0.name, $1) })
  }
}
