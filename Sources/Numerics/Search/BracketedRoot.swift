/// A root of a continuous function between two points where its signs differ.
///
/// Each step takes the inverse quadratic through the last three points where that is sure to help,
/// and halves the interval otherwise. It stops where no double lies between the two ends of the
/// interval, or where the function is zero.
///
/// *Differs from the source:* three steps that together do not halve the interval are followed by
/// a bisection, so that the worst case takes four times the calls of plain bisection.
///
/// Public, not package, so that other modules can specialise it for their closures.
///
/// - SeeAlso: Chandrupatla 1997, Advances in Engineering Software 28, 145.
public struct BracketedRoot: Equatable, Sendable {
  /// The end of the last interval at which the function is closer to zero.
  public let root: Double

  /// How many times the function was called.
  public let evaluations: Int

  /// Finds a root, or gives nil if the ends do not bracket one or the function is NaN somewhere.
  ///
  /// - Parameters:
  ///   - function: A continuous function on the interval.
  ///   - interval: Where to look; the function has different signs, or a zero, at its ends.
  @inlinable
  public init?(of function: (Double) -> Double, in interval: ClosedRange<Double>) {
    var (a, b) = (interval.upperBound, interval.lowerBound)
    var (fa, fb) = (function(a), function(b))
    var evaluations = 2
    guard (fa <= 0 && fb >= 0) || (fa >= 0 && fb <= 0) else { return nil }
    var t = 0.5
    var (width, stepsSinceHalving) = ((b - a).magnitude, 0)
    while fa != 0 && fb != 0 {
      guard let x = Self.point(at: t, from: a, to: b) else { break }
      let fx = function(x)
      evaluations += 1
      guard !fx.isNaN else { return nil }
      // c is the end that x replaces, or the old a when x falls on the side of b.
      let (c, fc) = (fx < 0) == (fa < 0) ? (a, fa) : (b, fb)
      if (fx < 0) != (fa < 0) {
        (b, fb) = (a, fa)
      }
      (a, fa) = (x, fx)
      stepsSinceHalving += 1
      if (b - a).magnitude <= 0.5 * width {
        (width, stepsSinceHalving) = ((b - a).magnitude, 0)
      }
      t = stepsSinceHalving < 3 ? Self.fraction(a, fa, b, fb, c, fc) : 0.5
    }
    self.root = fa.magnitude <= fb.magnitude ? a : b
    self.evaluations = evaluations
  }

  /// The point at a fraction of the way between two ends, strictly between them.
  ///
  /// - Parameters:
  ///   - fraction: From zero to one.
  ///   - a: One end.
  ///   - b: The other end.
  /// - Returns: The point, or nil if no double lies between the ends.
  @inlinable
  static func point(at fraction: Double, from a: Double, to b: Double) -> Double? {
    let (low, high) = a < b ? (a.nextUp, b.nextDown) : (b.nextUp, a.nextDown)
    guard low <= high else { return nil }
    let x = fraction == 0.5 ? 0.5 * a + 0.5 * b : a + fraction * (b - a)
    return x < low ? low : x > high ? high : x
  }

  /// The fraction of the way from a to b at which to look next.
  ///
  /// - Parameters:
  ///   - a: The newest point.
  ///   - fa: The function there.
  ///   - b: The other end of the interval.
  ///   - fb: The function there.
  ///   - c: The point before.
  ///   - fc: The function there.
  /// - Returns: The place of the inverse quadratic's root, or one half where it is not monotonic.
  @inlinable
  static func fraction(
    _ a: Double, _ fa: Double, _ b: Double, _ fb: Double, _ c: Double, _ fc: Double
  ) -> Double {
    let xi = (a - b) / (c - b)
    let phi = (fa - fb) / (fc - fb)
    guard phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi else { return 0.5 }
    let first = fa / (fb - fa) * (fc / (fb - fc))
    let second = (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb))
    let fraction = first + second
    return fraction > 0 && fraction < 1 ? fraction : 0.5
  }
}
