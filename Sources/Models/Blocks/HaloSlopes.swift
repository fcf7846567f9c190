import Numerics

/// Half of χ² of a halo with its first and second derivatives by ln V²_halo and by ln z.
struct HaloSlopes<Value: LaneValue> {
  /// χ² itself.
  var chiSquared = Value(0)
  /// ∂ by a = ln V²_halo at the outermost point, with the sign turned, and ∂²/∂A² times A².
  var pull = Value(0)
  var curvature = Value(0)
  /// ∂ and ∂² by ln z at the same amplitude, and ∂² by both.
  var byPlace = Value(0)
  var byPlaceTwice = Value(0)
  var byBoth = Value(0)

  /// The derivatives along a bound of the amplitude.
  @inline(__always)
  func along(_ limit: HaloLimit<Value>) -> (slope: Value, bend: Value) {
    // By the logarithm of the amplitude alone, twice: the curvature less the pull.
    let alone = curvature - pull
    let turned = limit.slope * (2 * byBoth + limit.slope * alone)
    return (byPlace - pull * limit.slope, byPlaceTwice + turned - pull * limit.bend)
  }
}

/// The shapes of a halo over a curve at one scale radius, in room that is lent.
struct HaloShapes<Value: LaneValue> {
  let curve: HaloCurve
  /// V²_bary at the points; shape `[n]`.
  let baryons: UnsafeMutableBufferPointer<Value>
  /// V²_halo at the points over that at the outermost, and the first and second derivatives of its
  /// logarithm by ln z; shape `[n]` each.
  let share: UnsafeMutableBufferPointer<Value>
  let slope: UnsafeMutableBufferPointer<Value>
  let bend: UnsafeMutableBufferPointer<Value>

  /// Takes a scale radius, and one step of Newton's towards the best amplitude there.
  ///
  /// - Parameters:
  ///   - law: The law.
  ///   - z: R_max / r_s.
  ///   - shape: The shape parameter.
  ///   - amplitude: V²_halo at the outermost point to begin with.
  /// - Returns: The amplitude, and the profile at the outermost point.
  @inline(__always)
  func take<Law: HaloLaw>(
    _ law: Law.Type, at z: Value, shape: Value, from amplitude: Value
  ) -> (amplitude: Value, outermost: HaloProfile<Value>) {
    let outermost = Law.single(at: z, shape: shape)
    let inverse = 1 / outermost.value
    var (pull, curvature) = (Value(0), Value(0))
    for i in 0..<curve.count {
      let profile = Law.profile(at: curve.radius[i] * z, shape: shape)
      let share = curve.start[i] * (profile.value * inverse)
      self.share[i] = share
      slope[i] = profile.slope - outermost.slope
      bend[i] = profile.bend - outermost.bend
      let halo = amplitude * share
      let square = (baryons[i] + halo).atLeast(1e-20)
      let rate = 1 / square.squareRoot()
      let half = 0.5 * halo * rate
      let weighted = curve.weight[i] * half
      pull += weighted * (curve.observed[i] - square * rate)
      curvature += weighted * half * (curve.observed[i] * rate)
    }
    if curve.hasOutward { return (settled(from: amplitude), outermost) }
    let target = amplitude + amplitude * (pull / curvature)
    let floor = 0.1 * amplitude
    return (Value.choose(target .> floor, target, floor), outermost)
  }

  /// The best amplitude at the scale radius that was taken, where totals may be negative.
  ///
  /// χ² is convex above the place where the last of the points that count gets a speed, and falls
  /// there infinitely steeply.
  private func settled(from amplitude: Value) -> Value {
    var end = Value(0)
    for i in 0..<curve.count where curve.weight[i] > 0 {
      end = end.atLeast(-baryons[i] / share[i].atLeast(1e-300))
    }
    var amplitude = amplitude.atLeast(1.001 * end)
    for _ in 0..<60 {
      let sums = slopes(at: amplitude)
      let target = amplitude + amplitude * (sums.pull / sums.curvature)
      let floor = end + 0.1 * (amplitude - end)
      let next = Value.choose(target .> floor, target, floor)
      let isDone = (next - amplitude).magnitude .<= 1e-13 * amplitude
      amplitude = next
      if isDone.isEverywhere { break }
    }
    return amplitude
  }

  /// The derivatives at an amplitude.
  @inline(__always)
  func slopes(at amplitude: Value) -> HaloSlopes<Value> {
    var sums = HaloSlopes<Value>()
    for i in 0..<curve.count {
      let halo = amplitude * share[i]
      let square = (baryons[i] + halo).atLeast(1e-20)
      let speed = square.squareRoot()
      let rate = 1 / speed
      let half = 0.5 * halo * rate
      let residual = curve.observed[i] - speed
      let weighted = curve.weight[i] * residual
      let pull = weighted * half
      let curvature = curve.weight[i] * half * half * (curve.observed[i] * rate)
      let mixed = (curvature - pull) * slope[i]
      sums.chiSquared += weighted * residual
      sums.pull += pull
      sums.curvature += curvature
      sums.byPlace -= pull * slope[i]
      sums.byBoth += mixed
      sums.byPlaceTwice += mixed * slope[i] - pull * bend[i]
    }
    return sums
  }
}
