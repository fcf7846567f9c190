/// Draws of equal weight out of weighted ones, by one random number.
///
/// A draw with weight w is taken ⌊S w⌋ or ⌈S w⌉ times out of S.
///
/// - SeeAlso: Kitagawa 1996, Journal of Computational and Graphical Statistics 5, 1, appendix.
package enum SystematicResampling {
  /// - Parameters:
  ///   - count: How many draws are wanted, S.
  ///   - weights: The weights, not negative, not all zero; shape `[n]`.
  ///   - offset: A number between zero and one.
  /// - Returns: The positions of the draws taken, in rising order; shape `[count]`.
  package static func positions(_ count: Int, of weights: [Double], offset: Double) -> [Int] {
    let whole = Statistics.sum(weights)
    var positions: [Int] = []
    positions.reserveCapacity(count)
    var (sum, last) = (CompensatedSum(), 0)
    for (place, weight) in weights.enumerated() where weight > 0 {
      sum.add(weight)
      last = place
      let reached = Double(count) * (sum.value / whole)
      while positions.count < count, Double(positions.count) + offset < reached {
        positions.append(place)
      }
    }
    // What rounding leaves over.
    while positions.count < count { positions.append(last) }
    return positions
  }
}
