/// A normal distribution between two ends as a function of one without: u(y) is so distributed
/// where y is standard normal.
///
///     u = Φ⁻¹(Φ(a) + (Φ(b) − Φ(a)) Φ(y))
///
/// Tabulated with its first two derivatives in steps of 1/16 and interpolated by polynomials of
/// the fifth degree, which is right to about 1e-11 and takes no exponential.
package struct TruncatedNormal: Sendable {
  /// The ends, in standard deviations from the mean.
  package let lower: Double
  package let upper: Double
  /// Whether the ends are too far out to matter: then u is y.
  private let isWhole: Bool
  /// Six coefficients an interval; shape `[intervals][6]`.
  private let coefficients: [Double]
  private let low: Double
  private let high: Double
  private let total: Double

  /// Beyond, nothing of a normal distribution is left that counts.
  private static let reach = 9.0
  private static let perUnit = 16.0

  /// The coordinate; nil where no probability lies between them that numbers can hold.
  ///
  /// - Parameters:
  ///   - lower: The lower end, a; −∞ for none.
  ///   - upper: The upper end, b, larger; ∞ for none.
  package init?(from lower: Double, through upper: Double) {
    (self.lower, self.upper) = (lower, upper)
    (low, high) = (NormalDistribution.cumulative(lower), NormalDistribution.cumulative(-upper))
    total = Elementary.exp(NormalDistribution.logProbability(from: lower, through: upper))
    guard total > 1e-250 else { return nil }
    isWhole = lower < -Self.reach && upper > Self.reach
    guard !isWhole else {
      coefficients = []
      return
    }
    let count = Int(2 * Self.reach * Self.perUnit)
    let step = 1 / Self.perUnit
    let (low, high, total) = (low, high, total)
    let nodes = (0...count).map { node -> (u: Double, first: Double, second: Double) in
      let y = -Self.reach + Double(node) * step
      let u = Self.value(y, low, high, total, lower, upper)
      // du/dy and d²u/dy², times the step and its square.
      let slope = Elementary.exp(0.5 * (u - y) * (u + y)) * total
      return (u, slope * step, slope * (u * slope - y) * step * step)
    }
    coefficients = zip(nodes, nodes.dropFirst()).flatMap { left, right -> [Double] in
      let gap = right.u - left.u - left.first - 0.5 * left.second
      let slope = right.first - left.first - left.second
      let bend = right.second - left.second
      return [
        left.u, left.first, 0.5 * left.second, 10 * gap - 4 * slope + 0.5 * bend,
        -15 * gap + 7 * slope - bend, 6 * gap - 3 * slope + 0.5 * bend,
      ]
    }
  }

  private static func value(
    _ y: Double, _ low: Double, _ high: Double, _ total: Double, _ lower: Double, _ upper: Double
  ) -> Double {
    let below = low + total * NormalDistribution.cumulative(y)
    let above = high + total * NormalDistribution.cumulative(-y)
    let u =
      below < above ? NormalDistribution.quantile(below) : -NormalDistribution.quantile(above)
    return min(max(u, lower), upper)
  }

  /// The number between the ends for one of all numbers.
  @inline(__always)
  package func value(at y: Double) -> Double {
    guard !isWhole else { return y }
    let place = (min(max(y, -Self.reach), Self.reach) + Self.reach) * Self.perUnit
    let interval = min(Int(place), Int(2 * Self.reach * Self.perUnit) - 1)
    let (t, first) = (place - Double(interval), 6 * interval)
    var sum = coefficients[first + 5]
    for n in (0..<5).reversed() { sum = sum * t + coefficients[first + n] }
    return min(max(sum, lower), upper)
  }

  /// The number of all numbers for one between the ends; at most 9 in size.
  package func inverse(of u: Double) -> Double {
    guard !isWhole else { return min(max(u, -Self.reach), Self.reach) }
    let below = (NormalDistribution.cumulative(u) - low) / total
    let above = (NormalDistribution.cumulative(-u) - high) / total
    let y =
      below < above ? NormalDistribution.quantile(below) : -NormalDistribution.quantile(above)
    return y.isNaN ? 0 : min(max(y, -Self.reach), Self.reach)
  }
}
