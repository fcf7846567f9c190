/// Puts rooms in a line.
enum RoomOrder {
  /// The rooms in such an order that each names only rooms before it, as far as that can be.
  ///
  /// Where rooms name each other in a circle, the fewest names go the wrong way: every order of
  /// the circle's rooms is weighed, by subsets, so a circle of n rooms takes n · 2ⁿ steps. Of
  /// orders as good the one with the lowest numbers first is taken.
  ///
  /// `weights` tell how often a room (row) names another (column), with zeros on the diagonal.
  static func line(_ weights: [[Int]]) -> [Int] {
    let reached = closure(weights)
    var (line, left): ([Int], [Int]) = ([], Array(weights.indices))
    while let next = left.first(where: { room in
      left.allSatisfy { !reached[room][$0] || reached[$0][room] }
    }) {
      let knot = left.filter { $0 == next || (reached[next][$0] && reached[$0][next]) }
      line += bestOrder(knot, weights)
      left.removeAll { knot.contains($0) }
    }
    return line
  }

  /// Which rooms a room names, through others too.
  private static func closure(_ weights: [[Int]]) -> [[Bool]] {
    var reached = weights.map { row in row.map { $0 > 0 } }
    for through in weights.indices {
      for from in weights.indices where reached[from][through] {
        for to in weights.indices where reached[through][to] { reached[from][to] = true }
      }
    }
    return reached
  }

  /// The order of a knot with the least weight from a room to a later one.
  private static func bestOrder(_ knot: [Int], _ weights: [[Int]]) -> [Int] {
    guard knot.count > 1 else { return knot }
    var costs = Array(repeating: Int.max, count: 1 << knot.count)
    var lasts = Array(repeating: 0, count: 1 << knot.count)
    costs[0] = 0
    for placed in costs.indices {
      for next in knot.indices where placed & (1 << next) == 0 {
        let wrong = knot.indices.filter { placed & (1 << $0) != 0 }
          .reduce(0) { $0 + weights[knot[$1]][knot[next]] }
        let after = placed | (1 << next)
        if costs[placed] + wrong < costs[after] {
          (costs[after], lasts[after]) = (costs[placed] + wrong, next)
        }
      }
    }
    var (order, left): ([Int], Int) = ([], costs.count - 1)
    while left > 0 {
      order.append(knot[lasts[left]])
      left ^= 1 << lasts[left]
    }
    return order.reversed()
  }
}
