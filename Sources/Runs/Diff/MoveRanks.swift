/// How much each joined row moved, to tell which moved most.
///
/// A row that moved by more combined errors comes first; rows without errors follow, by the largest
/// change of any of their columns over the largest magnitude in that column.
struct MoveRanks {
  /// The largest change over the magnitude of its column; shape `[joined]`.
  private var shares: [Double]
  /// The largest change in combined errors; shape `[joined]`.
  private var sigmas: [Double]

  init(count: Int) {
    shares = [Double](repeating: 0, count: count)
    sigmas = shares
  }

  /// Takes a change of one value of a row; NaN stands for what is not known.
  mutating func add(_ row: Int, share: Double, sigmas change: Double) {
    if share > shares[row] { shares[row] = share }
    if change.magnitude > sigmas[row] { sigmas[row] = change.magnitude }
  }

  /// The rows that moved most, in order.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - rows: The rows to choose from.
  /// - Returns: Some of `rows`.
  func first(_ count: Int, of rows: [Int]) -> [Int] {
    var best: [Int] = []
    for row in rows {
      if best.count == count, let last = best.last, !precedes(row, last) { continue }
      let place = best.firstIndex { precedes(row, $0) } ?? best.count
      best.insert(row, at: place)
      if best.count > count { best.removeLast() }
    }
    return best
  }

  private func precedes(_ row: Int, _ other: Int) -> Bool {
    if sigmas[row] != sigmas[other] { return sigmas[row] > sigmas[other] }
    if shares[row] != shares[other] { return shares[row] > shares[other] }
    return row < other
  }
}
