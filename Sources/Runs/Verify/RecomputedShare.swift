import Numerics

/// How much of a run is computed anew.
package enum RecomputedShare: Equatable, Sendable {
  case all
  /// A fraction of the units, drawn from a seed; at least one.
  case fraction(Double, seed: Int)

  /// The units drawn, in their order.
  ///
  /// - Parameter count: How many units there are.
  /// - Returns: Their positions; all of them where no fraction is asked for.
  func units(of count: Int) -> [Int] {
    guard case .fraction(let fraction, let seed) = self else { return Array(0..<count) }
    let wanted = min(count, max(1, Int((fraction * Double(count)).rounded())))
    var random = SplitMix64(seed: UInt64(bitPattern: Int64(seed)))
    var positions = Array(0..<count)
    // The first places of a shuffle: each subset is as likely as any other.
    for place in 0..<wanted {
      positions.swapAt(place, place + Int(random.uniform() * Double(count - place)))
    }
    return positions[..<wanted].sorted()
  }
}
