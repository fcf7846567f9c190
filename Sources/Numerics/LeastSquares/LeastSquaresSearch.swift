/// The state of a search for the minimum of a sum of squares.
@usableFromInline
struct LeastSquaresSearch {
  @usableFromInline var point: SIMD8<Double>
  @usableFromInline var sum: LeastSquaresSum
  @usableFromInline var evaluations = 1
  @usableFromInline var isDone = false
  /// The second derivatives in force: those of the normal equations, or with the model's own.
  @usableFromInline var curvature: CurvatureMatrix
  /// Whether the model's own curvature is in force.
  @usableFromInline var isNewton = false
  @usableFromInline var damping = 1e-3
  /// By what the next failure multiplies the damping.
  @usableFromInline var growth = 4.0
  /// How many steps from this place have failed.
  @usableFromInline var failures = 0
  /// What the step before promised.
  @usableFromInline var lastPromise = Double.infinity
  /// Whether the normal equations alone foretold the step before badly.
  @usableFromInline var isCrooked = false

  @inlinable
  init(at point: SIMD8<Double>, _ evaluate: (SIMD8<Double>) -> LeastSquaresSum) {
    self.point = point
    sum = evaluate(point)
    curvature = sum.curvature
  }

  /// The square root of the curvature by each parameter.
  @inlinable
  var scale: SIMD8<Double> {
    var diagonal = SIMD8<Double>.zero
    for i in 0..<8 { diagonal[i] = sum.curvature[i, i] }
    return diagonal.squareRoot()
  }

  /// Makes or refuses one step.
  @inlinable
  mutating func advance(
    in box: ParameterBox, limit: Int, _ evaluate: (SIMD8<Double>) -> LeastSquaresSum
  ) {
    let scale = scale
    let moving = box.movable(sum.descent, at: point, scale: scale)
    guard sum.value != 0, sum.value.isFinite, !moving.isEmpty else {
      isDone = true
      return
    }
    let step = box.step(
      from: point, sum.descent, curvature, scale: scale, damping: damping, moving: moving)
    guard let step else {
      refuse()
      return
    }
    let canDiffer = !isNewton && evaluations + moving.count < limit
    let promise = ((2 * sum.descent - curvature.times(step)) * step).sum()
    if promise <= 1e-12 * sum.value.magnitude + 1e-15 {
      settle(promise, moving, scale, box, canDiffer, evaluate)
      guard isDone else { return }
    } else if canDiffer, isCrooked || failures > 0 || isSlow(promise) {
      addModelCurvature(moving, scale, box, evaluate)
      return
    }
    let target = box.clamped(point + step)
    guard target != point else {
      isDone = true
      return
    }
    let next = evaluate(target)
    evaluations += 1
    guard next.value < sum.value, promise > 0 else {
      if failures > 2 { learn(step, from: next) }
      refuse()
      return
    }
    let fall = sum.value - next.value
    adapt(fall / promise)
    let plain = fall / ((2 * sum.descent - sum.curvature.times(step)) * step).sum()
    isCrooked =
      isNewton
      ? (plain - 1).magnitude > (fall / promise - 1).magnitude : !(plain > 0.5 && plain < 2)
    lastPromise = promise
    (point, sum, curvature) = (target, next, next.curvature)
    isNewton = false
    failures = 0
  }

  /// Whether the search is near its end and the normal equations take it there slowly.
  @inlinable
  func isSlow(_ promise: Double) -> Bool {
    promise > 0.05 * lastPromise && promise < 1e-2 * sum.value.magnitude
  }

  /// Decides whether to end where a step promises nothing.
  @inlinable
  mutating func settle(
    _ promise: Double, _ moving: ParameterSet, _ scale: SIMD8<Double>, _ box: ParameterBox,
    _ canDiffer: Bool, _ evaluate: (SIMD8<Double>) -> LeastSquaresSum
  ) {
    if failures > 0 || (damping <= 1e-12 && (!canDiffer || promise <= 0.01 * lastPromise)) {
      isDone = true
    } else if damping > 1e-12 {
      damping = 1e-12
    } else {
      addModelCurvature(moving, scale, box, evaluate)
    }
  }

  /// Takes into the curvature what the slope at the end of a failed step tells (a symmetric update
  /// of rank one).
  ///
  /// Where the slope jumps, this curvature grows as steps get shorter, and the search turns along
  /// the edge.
  @inlinable
  mutating func learn(_ step: SIMD8<Double>, from next: LeastSquaresSum) {
    let change = sum.descent - next.descent - curvature.times(step)
    let along = (change * step).sum()
    if along > 0, along < .infinity { curvature.add(change, weight: 1 / along) }
  }

  /// Raises the damping after a step that failed.
  @inlinable
  mutating func refuse() {
    damping = max(damping, 1e-9) * growth
    growth *= 2
    failures += 1
    if damping > 1e24 { isDone = true }
  }

  /// Lowers or raises the damping after a step that was made.
  ///
  /// - Parameter gain: What the step gained in units of what it promised.
  @inlinable
  mutating func adapt(_ gain: Double) {
    growth = 4
    if gain > 0.75 {
      damping = damping < 1e-11 ? damping : damping * 0.1
    } else if gain < 0.25 {
      damping = max(damping, 1e-9) * 4
    }
  }

  /// Adds the curvature of the model itself, by differences of the slope.
  ///
  /// The steps are 1e-4 of what changes the sum by one, away from a bound that is near. Where the
  /// slope jumps between the two places, the difference says nothing and is not used.
  @inlinable
  mutating func addModelCurvature(
    _ moving: ParameterSet, _ scale: SIMD8<Double>, _ box: ParameterBox,
    _ evaluate: (SIMD8<Double>) -> LeastSquaresSum
  ) {
    isNewton = true
    var differences = [8 of SIMD8<Double>](repeating: .zero)
    for i in 0..<8 where moving.contains(i) {
      var length = max(1e-4 / scale[i], 1e-9 * point[i].magnitude)
      if point[i] + length > box.upper[i] { length = -length }
      var shifted = point
      shifted[i] += length
      differences[i] = (sum.descent - evaluate(shifted).descent) / (shifted[i] - point[i])
      evaluations += 1
    }
    for i in 0..<8 where moving.contains(i) {
      for j in 0..<8 where moving.contains(j) {
        let mean = 0.5 * (differences[i][j] + differences[j][i])
        let limit = 100 * scale[i] * scale[j]
        guard mean.magnitude <= limit else {
          curvature = sum.curvature
          return
        }
        curvature[i, j] = mean
      }
    }
  }
}
