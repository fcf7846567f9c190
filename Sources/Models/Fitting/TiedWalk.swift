import Numerics

/// The way from the optimum of a fit to both sides of a quantity that is tied to what is free.
///
/// The quantity is pulled outward by a term of its own. Where that leads, the objective without the
/// term is the least for the value that the quantity has there, so that every such place lies on
/// the profile, if not quite at the value that was aimed at.
struct TiedWalk {
  /// Searches from a place with the quantity pulled to a value within a width.
  typealias Pull = (SIMD8<Double>, Double, Double) -> BoundedLeastSquares

  private(set) var interval = ProfileInterval()

  /// One place of the profile.
  private struct Place {
    let value: Double
    let rise: Double
    let point: SIMD8<Double>
  }

  private let quantity: Quantity
  private let problem: JointProblem
  private let pull: Pull
  private let best: Place
  private let least: Double
  private let scale: Double

  /// - Parameters:
  ///   - quantity: The tied quantity, which has a value.
  ///   - problem: The galaxy and the space.
  ///   - fit: The fit.
  ///   - pull: The search.
  init(of quantity: Quantity, _ problem: JointProblem, _ fit: CurveFit, _ pull: @escaping Pull) {
    (self.quantity, self.problem, self.pull) = (quantity, problem, pull)
    let value = fit.quantities[quantity]
    best = Place(value: value, rise: 0, point: problem.coordinates(of: fit))
    least = fit.chiSquared + fit.priorTerm
    let error = fit.errors[quantity]
    scale = error > 0 ? error : max(0.02 * value.magnitude, 1e-9)
    let (down, up) = (ends(towards: -1), ends(towards: 1))
    (interval.lower1, interval.lower2) = (down[0], down[1])
    (interval.upper1, interval.upper2) = (up[0], up[1])
  }

  /// The values at which the objective has risen by 1 and by 4 on one side; NaN where bounds come
  /// first.
  private func ends(towards side: Double) -> [Double] {
    let places = walk(towards: side)
    return [1.0, 4.0].map { level in
      guard let after = places.firstIndex(where: { $0.rise >= level }), after > 0 else {
        return .nan
      }
      return crossing(of: level, places[after - 1], places[after])
    }
  }

  /// Places from the optimum outward, until the objective has risen by 4 or nothing moves.
  private func walk(towards side: Double) -> [Place] {
    var places = [best]
    var step = 0.5 * scale
    while places.count < 64, places[places.count - 1].rise < 4 {
      let last = places[places.count - 1]
      let next = place(pulledTo: last.value + side * step, width: 0.1 * step, from: last.point)
      guard (next.value - last.value) * side > 1e-3 * step else { return places }
      places.append(next)
      let gain = max(0, next.rise).squareRoot() - max(0, last.rise).squareRoot()
      if gain < 0.4 { step *= gain < 0.1 ? 4 : 2 }
      if gain > 1 { step *= 0.5 }
    }
    return places
  }

  /// Where the profile crosses a level between two of its places: by false position on the root of
  /// the rise, to 1e-6 of the level or 1e-9 of the way.
  private func crossing(of level: Double, _ below: Place, _ above: Place) -> Double {
    let (goal, way) = (level.squareRoot(), (above.value - below.value).magnitude)
    let width = 0.02 * way
    var (low, high) = (below, above)
    var sameSide = 0
    for _ in 0..<60 where (high.value - low.value).magnitude > 1e-9 * way {
      let (a, b) = (max(0, low.rise).squareRoot() - goal, max(0, high.rise).squareRoot() - goal)
      let fraction = sameSide.magnitude < 3 && b > a ? min(max(-a / (b - a), 0.02), 0.98) : 0.5
      let wanted = low.value + fraction * (high.value - low.value)
      // By how much the quantity stays behind the value that it is pulled to.
      let lag = 0.5 * width * width * (high.rise - low.rise) / (high.value - low.value)
      let next = place(pulledTo: wanted + lag, width: width, from: low.point)
      if (next.rise - level).magnitude <= 1e-6 * level { return next.value }
      if next.rise < level {
        low = next
        sameSide = sameSide > 0 ? 1 : sameSide - 1
      } else {
        high = next
        sameSide = sameSide < 0 ? -1 : sameSide + 1
      }
      if sameSide.magnitude >= 4 { sameSide = 0 }
    }
    return high.value
  }

  private func place(
    pulledTo target: Double, width: Double, from start: SIMD8<Double>
  ) -> Place {
    let search = pull(start, target, width)
    let quantities = problem.quantities(at: problem.scale.quantities(at: search.point))
    let value = quantities[quantity]
    let pulled = (target - value) / width
    return Place(value: value, rise: search.value - pulled * pulled - least, point: search.point)
  }
}
