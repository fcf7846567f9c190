/// Bounds of up to eight parameters, and those among them that move.
///
/// Public, not package, so that searches of other modules are specialised with it.
public struct ParameterBox: Sendable {
  /// The lower bound of each parameter; shape `[8]`.
  public let lower: SIMD8<Double>

  /// The upper bound of each parameter; shape `[8]`.
  public let upper: SIMD8<Double>

  /// The parameters that move; the others stay where a search begins.
  public let free: ParameterSet

  /// - Parameters:
  ///   - lower: The lower bounds.
  ///   - upper: The upper bounds, not below the lower ones where a parameter is free.
  ///   - free: The parameters that move.
  @inlinable
  public init(lower: SIMD8<Double>, upper: SIMD8<Double>, free: ParameterSet) {
    (self.lower, self.upper, self.free) = (lower, upper, free)
  }

  /// The place with its free parameters moved into the bounds.
  @inlinable
  public func clamped(_ point: SIMD8<Double>) -> SIMD8<Double> {
    var moved = point
    for i in 0..<8 where free.contains(i) { moved[i] = min(max(point[i], lower[i]), upper[i]) }
    return moved
  }

  /// The free parameters that can follow a direction and have a curvature to follow it by.
  ///
  /// - Parameters:
  ///   - direction: The way downhill.
  ///   - point: Where.
  ///   - scale: The square root of the curvature by each parameter.
  /// - Returns: Those that neither a bound nor the lack of a curvature holds.
  @inlinable
  func movable(
    _ direction: SIMD8<Double>, at point: SIMD8<Double>, scale: SIMD8<Double>
  ) -> ParameterSet {
    var movable = free
    for i in 0..<8 where free.contains(i) {
      let isHeld =
        (point[i] <= lower[i] && direction[i] <= 0) || (point[i] >= upper[i] && direction[i] >= 0)
      if isHeld || !(scale[i] > 0) || !scale[i].isFinite { movable.remove(i) }
    }
    return movable
  }

  /// The damped step of the normal equations that stays in the bounds.
  ///
  /// On the way to the best step the first bound that is met holds its parameter, and the way leads
  /// on to the best step of the others. The damped model falls all along, so what the step promises
  /// is never negative.
  ///
  /// - Parameters:
  ///   - point: Where from.
  ///   - descent: The right side of the normal equations.
  ///   - curvature: Their matrix.
  ///   - scale: The scale of each parameter.
  ///   - damping: What is added to the scaled diagonal.
  ///   - moving: The parameters that move.
  /// - Returns: The step, or nil where the damped matrix is not positive definite.
  @inlinable
  func step(
    from point: SIMD8<Double>, _ descent: SIMD8<Double>, _ curvature: CurvatureMatrix,
    scale: SIMD8<Double>, damping: Double, moving: ParameterSet
  ) -> SIMD8<Double>? {
    var moving = moving
    var (step, held) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
    while true {
      let right = descent - curvature.times(held)
      guard let rest = curvature.solve(right, scale: scale, damping: damping, free: moving)
      else { return nil }
      let way = held + rest - step
      var (part, first, bound) = (1.0, -1, 0.0)
      for i in 0..<8 where moving.contains(i) {
        let end = point[i] + step[i] + way[i]
        guard end < lower[i] || end > upper[i] else { continue }
        let edge = (end < lower[i] ? lower[i] : upper[i]) - point[i]
        let fraction = max(0, (edge - step[i]) / way[i])
        if fraction < part || first < 0 { (part, first, bound) = (fraction, i, edge) }
      }
      step += part * way
      guard first >= 0 else { return step }
      step[first] = bound
      held[first] = bound
      moving.remove(first)
    }
  }
}
