/// A minimum of a function between two bounds, by parabolas and golden sections.
///
/// Each step takes the lowest point of the parabola through the three best points where that lies
/// inside the bounds and the steps shrink, and a golden section of the larger side otherwise. The
/// first point is the golden section of the interval; the bounds themselves are never visited.
///
/// The method finds one local minimum of a smooth function. On a function that jumps, or is flat
/// beyond some point, it may walk away from the minimum and stop at a bound. It is here because
/// published results rest on it; ``IntervalMinimum`` looks everywhere.
///
/// *Differs from the source:* the resolution √ε is that of scipy, √2.2e-16, and so is every other
/// detail, so that the points visited are those of
/// `scipy.optimize.minimize_scalar(method="bounded")`, bit by bit.
///
/// Public, not package, so that other modules can specialise it for their closures.
///
/// - SeeAlso: Brent 1973, Algorithms for Minimization without Derivatives, chapter 5.
public struct BoundedBrent: Equatable, Sendable {
  /// The best point visited; among equal values the last one.
  public let point: Double

  /// The function there.
  public let value: Double

  /// How many times the function was called.
  public let evaluations: Int

  /// Whether all evaluations were used up, even if the last one met the tolerance.
  public let hitLimit: Bool

  /// The smaller part of a golden section: (3 − √5) / 2.
  @inlinable
  static var goldenSection: Double { 0.5 * (3 - 5.0.squareRoot()) }

  /// The relative distance below which the values of a smooth function cannot be told apart.
  @inlinable
  static var resolution: Double { 2.2e-16.squareRoot() }

  /// A point and the function there.
  @usableFromInline
  typealias Sample = (point: Double, value: Double)

  /// Searches for a minimum.
  ///
  /// - Parameters:
  ///   - function: The function; a NaN counts as worse than any number, except that nothing is
  ///     better than a NaN at the first point.
  ///   - interval: Where to look.
  ///   - tolerance: How close to the minimum to stop, beside ``resolution`` times the point.
  ///   - maximumEvaluations: When to give up, looked at after each step; the first point and one
  ///     step are always made.
  /// - Precondition: The bounds are finite and the tolerance is not negative.
  @inlinable
  public init(
    of function: (Double) -> Double, in interval: ClosedRange<Double>, tolerance: Double = 1e-5,
    maximumEvaluations: Int = 500
  ) {
    precondition(
      interval.lowerBound.isFinite && interval.upperBound.isFinite, "the bounds are finite")
    precondition(tolerance >= 0, "a tolerance is not negative")
    var (lower, upper) = (interval.lowerBound, interval.upperBound)
    var point = lower + Self.goldenSection * (upper - lower)
    var best: Sample = (point, function(point))
    var (second, third) = (best, best)
    var (step, stepBefore) = (0.0, 0.0)
    var evaluations = 1
    var hitLimit = false
    while true {
      let middle = 0.5 * (lower + upper)
      let near = Self.resolution * best.point.magnitude + tolerance / 3
      guard (best.point - middle).magnitude > 2 * near - 0.5 * (upper - lower) else { break }
      var parabolic: Double?
      if stepBefore.magnitude > near {
        let limit = stepBefore
        stepBefore = step
        parabolic = Self.parabolicStep(best, second, third, from: lower, to: upper, limit: limit)
      }
      if let parabolic {
        step = parabolic
        point = best.point + step
        if point - lower < 2 * near || upper - point < 2 * near {
          step = middle < best.point ? -near : near
        }
      } else {
        stepBefore = (best.point >= middle ? lower : upper) - best.point
        step = Self.goldenSection * stepBefore
      }
      // No point closer than the tolerance is worth a call.
      let length = step.magnitude > near ? step.magnitude : near
      point = best.point + (step < 0 ? -length : length)
      let new: Sample = (point, function(point))
      evaluations += 1
      if new.value <= best.value {
        if point >= best.point { lower = best.point } else { upper = best.point }
        (best, second, third) = (new, best, second)
      } else {
        if point < best.point { lower = point } else { upper = point }
        if new.value <= second.value || second.point == best.point {
          (second, third) = (new, second)
        } else if new.value <= third.value || third.point == best.point
          || third.point == second.point
        {
          third = new
        }
      }
      if evaluations >= maximumEvaluations {
        hitLimit = true
        break
      }
    }
    self.point = best.point
    self.value = best.value
    self.evaluations = evaluations
    self.hitLimit = hitLimit
  }

  /// The way from the best point to the lowest point of the parabola through three points.
  ///
  /// - Parameters:
  ///   - best: The best point.
  ///   - second: The second best.
  ///   - third: The one before.
  ///   - lower: The lower bound.
  ///   - upper: The upper bound.
  ///   - limit: The step before the last one, of which the new one must be less than half.
  /// - Returns: The step, or nil if it is too long, leaves the bounds or is not a number.
  @inlinable
  static func parabolicStep(
    _ best: Sample, _ second: Sample, _ third: Sample, from lower: Double, to upper: Double,
    limit: Double
  ) -> Double? {
    let r = (best.point - second.point) * (best.value - third.value)
    var q = (best.point - third.point) * (best.value - second.value)
    var p = (best.point - third.point) * q - (best.point - second.point) * r
    q = 2 * (q - r)
    if q > 0 { p = -p }
    q = q.magnitude
    guard p.magnitude < (0.5 * q * limit).magnitude, p > q * (lower - best.point),
      p < q * (upper - best.point)
    else { return nil }
    return p / q
  }
}
