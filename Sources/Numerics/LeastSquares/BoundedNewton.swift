/// A local minimum of a function of up to eight parameters between bounds, by Newton's steps with
/// exact second derivatives.
///
/// Each step solves the normal equations of the second derivatives; where these are not positive
/// definite, or a step fails, a multiple of the scale of each parameter is added to the diagonal. A
/// parameter at a bound that would leave it is frozen for the step; the first bound that a step
/// meets holds its parameter, and the others take the best step that goes with that.
///
/// The search ends where an undamped step promises less than 1e-13 of the value, or after one that
/// promised less than 1e-9: Newton's steps converge quadratically, so that nothing is left. A value
/// that is not a number counts as infinite. Nothing is allocated, and the result has the same bits
/// everywhere.
///
/// Public, not package, so that other modules can specialise it for their functions.
public struct BoundedNewton: Sendable {
  /// The best place found, within the bounds.
  @inlinable public var point: SIMD8<Double> { place }

  /// The value there.
  @inlinable public var value: Double { here.value }

  /// How many times the function was worked out.
  @inlinable public var evaluations: Int { count }

  /// Whether the search ended by itself rather than by the limit, by what it was to beat or by its
  /// last digits.
  @inlinable public var hasConverged: Bool { isDone }

  @usableFromInline var place: SIMD8<Double>
  @usableFromInline var here: NewtonSum
  @usableFromInline var count = 1
  @usableFromInline var isDone = false
  @usableFromInline var damping: Double
  /// By what the next failure multiplies the damping.
  @usableFromInline var growth = 4.0
  /// Whether a damped step has promised nothing before.
  @usableFromInline var hasSettled = false

  /// Searches for a minimum.
  ///
  /// - Parameters:
  ///   - start: Where to begin; moved into the bounds.
  ///   - box: The bounds and the parameters that move.
  ///   - damping: What is added of the scale to the diagonal at first; zero for the longest steps.
  ///   - limit: How often the function may be worked out.
  ///   - rival: A value that has to be beaten: a search that would have to gain ten times what its
  ///     steps promise is given up.
  ///   - evaluate: Gives the value with its derivatives at a place.
  @inlinable
  public init(
    from start: SIMD8<Double>, in box: ParameterBox, damping: Double = 0, limit: Int,
    toBeat rival: Double, of evaluate: (SIMD8<Double>) -> NewtonSum
  ) {
    place = box.clamped(start)
    here = evaluate(place)
    self.damping = damping
    while count < limit, advance(in: box, toBeat: rival, evaluate) {}
  }

  /// Makes or refuses one step.
  ///
  /// - Returns: Whether there is more to do.
  @inlinable
  mutating func advance(
    in box: ParameterBox, toBeat rival: Double, _ evaluate: (SIMD8<Double>) -> NewtonSum
  ) -> Bool {
    let moving = movable(in: box)
    guard here.value < .infinity, !moving.isEmpty else {
      isDone = here.value < .infinity
      return false
    }
    guard let step = step(in: box, moving) else { return refuse() }
    let promise = ((2 * here.descent - here.times(step)) * step).sum()
    if promise <= 1e-13 * here.value + 1e-15 { return settle() }
    if count > 3, damping < 1e-2, here.value - 10 * promise > rival { return false }
    let target = box.clamped(place + step)
    let next = evaluate(target)
    count += 1
    if damping == 0, promise <= 1e-9 * here.value {
      if next.value < here.value { (place, here) = (target, next) }
      isDone = true
      return false
    }
    guard next.value < here.value else {
      // The last digits of the value: nothing smaller is to be found.
      isDone = promise <= 1e-11 * here.value
      return !isDone && refuse()
    }
    let gain = (here.value - next.value) / promise
    if gain > 0.5 {
      damping = damping < 1e-4 ? 0 : 0.1 * damping
    } else if gain < 0.1 {
      damping = max(4 * damping, 1e-3)
    }
    growth = 4
    (place, here) = (target, next)
    return true
  }

  /// Decides whether to end where a step promises nothing: once more without damping, if there is
  /// any.
  @inlinable
  mutating func settle() -> Bool {
    guard damping > 0, !hasSettled else {
      isDone = true
      return false
    }
    hasSettled = true
    damping = 0
    return true
  }

  /// Raises the damping after a step that failed.
  @inlinable
  mutating func refuse() -> Bool {
    damping = max(damping, 1e-3) * growth
    growth *= 2
    return damping < 1e14
  }

  /// The free parameters that neither a bound nor the lack of a scale holds.
  @inlinable
  func movable(in box: ParameterBox) -> ParameterSet {
    var movable = box.free
    for i in 0..<8 where box.free.contains(i) {
      let isHeld =
        (place[i] <= box.lower[i] && here.descent[i] <= 0)
        || (place[i] >= box.upper[i] && here.descent[i] >= 0)
      if isHeld || !(here.scale[i] > 0) || !here.scale[i].isFinite { movable.remove(i) }
    }
    return movable
  }

  /// The damped step that stays in the bounds; `nil` where the matrix is not positive definite.
  @inlinable
  func step(in box: ParameterBox, _ movable: ParameterSet) -> SIMD8<Double>? {
    var (moving, held) = (movable, SIMD8<Double>.zero)
    var right = here.descent
    while true {
      guard let rest = here.solve(right, damping: damping, moving) else { return nil }
      var (part, first, bound) = (1.0, -1, 0.0)
      for i in 0..<8 where moving.contains(i) {
        let end = place[i] + rest[i]
        guard end < box.lower[i] || end > box.upper[i] else { continue }
        let edge = (end < box.lower[i] ? box.lower[i] : box.upper[i]) - place[i]
        let fraction = max(0, edge / rest[i])
        if fraction < part || first < 0 { (part, first, bound) = (fraction, i, edge) }
      }
      guard first >= 0 else { return held + rest }
      held[first] = bound
      moving.remove(first)
      if moving.isEmpty { return held }
      right -= bound * here.curvature[first]
    }
  }
}
