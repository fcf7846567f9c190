/// A range as a function of all numbers: straight inside it, and bent towards its ends near them.
///
///     u = v + (ln (1 + e^(−p (v − a))) − ln (1 + e^(p (v − b)))) / p,  v = c + s y
///
/// A number that is uniform between the ends, or whose exponential is, has a smooth density in y
/// that falls exponentially where an end is. What is straight in u stays so up to about s / 4 from
/// the ends.
package struct SoftRange: Sendable {
  /// The ends of u, of which the lower one may be −∞.
  private let lower: Double
  private let upper: Double
  /// Whether the exponential of u is uniform; otherwise u is.
  private let isExponential: Bool
  /// The place and the size of v for y.
  private let centre: Double
  private let size: Double
  /// How sharply u bends, p.
  private let sharpness: Double
  /// The logarithm of what multiplies the density of u and the two bends, in y.
  private let logConstant: Double

  /// A range of numbers that are uniform.
  package init(uniformIn range: ClosedRange<Double>) {
    self.init(range.lowerBound, range.upperBound, isExponential: false)
  }

  /// A range of logarithms of numbers that are uniform; the lowest number may be zero.
  package init(logarithmsIn range: ClosedRange<Double>) {
    self.init(
      range.lowerBound > 0 ? Elementary.log(range.lowerBound) : -.infinity,
      Elementary.log(range.upperBound), isExponential: true)
  }

  private init(_ lower: Double, _ upper: Double, isExponential: Bool) {
    (self.lower, self.upper, self.isExponential) = (lower, upper, isExponential)
    let width = upper - lower
    // Logarithms have a size of their own.
    size = isExponential ? min(1, 0.25 * width) : 0.25 * width
    sharpness = 4 / size
    centre = width.isFinite ? 0.5 * (lower + upper) : upper - 6
    let rest = Elementary.exp(-sharpness * width)
    let top =
      isExponential ? upper + Elementary.log1p(-Elementary.exp(-width)) : Elementary.log(width)
    logConstant = Elementary.log1p(-rest) + Elementary.log(size) - top
  }

  /// v, and the two bends.
  @inline(__always)
  private func parts(_ y: Lanes) -> (v: Lanes, low: Lanes, high: Lanes) {
    let v = centre + size * y
    let high = Elementary.log1p(Elementary.exp((sharpness * (v - upper)).atMost(600)))
    guard lower > -.infinity else { return (v, Lanes(0), high) }
    return (v, Elementary.log1p(Elementary.exp((-sharpness * (v - lower)).atMost(600))), high)
  }

  /// The numbers of the range.
  @inline(__always)
  package func values(at y: Lanes) -> Lanes {
    let (v, low, high) = parts(y)
    return v + (low - high) / sharpness
  }

  /// The logarithm of the density in y.
  @inline(__always)
  package func logDensity(_ y: Lanes) -> Lanes {
    let (v, low, high) = parts(y)
    let bends = logConstant - low - high
    return isExponential ? bends + (v + (low - high) / sharpness) : bends
  }

  /// The y for a number of the range.
  package func coordinate(of u: Double) -> Double {
    // e^(p (v − b)) from e^(p (u − b)).
    let above = -Elementary.expm1(sharpness * (u - upper))
    let below = -Elementary.expm1(-sharpness * (u - lower))
    let v = u + Elementary.log(max(below, 1e-9) / max(above, 1e-9)) / sharpness
    return (v - centre) / size
  }

  /// The y below which a probability lies.
  package func quantile(_ p: Double) -> Double {
    guard isExponential else { return coordinate(of: lower + p * (upper - lower)) }
    let ratio = Elementary.exp(lower - upper)
    return coordinate(of: upper + Elementary.log(ratio + p * (1 - ratio)))
  }

  /// The size of the range in y, of a range without a lower end that of some decades.
  package var spread: Double { lower > -.infinity ? (upper - lower) / size : 12 }
}
