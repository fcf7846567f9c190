import Numerics

/// Where χ² of a halo is smallest between two scale radii, with the best amplitude at each.
///
/// The search moves in y = ln(1 + (κ z)^p), z = R_max / r_s, which ends at C₂₀₀ = 0 and is a
/// logarithm elsewhere; p and κ are one, or the shape parameter and ``HaloRange/reach``.
/// Its slope changes sign once between the ends; steps
/// are Newton's with the exact second derivative of ``HaloTrack``, inside a bracket that every step
/// narrows.
struct HaloPolish<Value: LaneValue> {
  /// V²_halo at the outermost point.
  private(set) var amplitude: Value
  /// z, and χ² there.
  private(set) var place: Value
  private(set) var chiSquared = Value(0)
  /// Where the amplitude is at the lower bound or the upper one.
  private(set) var isLow = Value.Mask(false)
  private(set) var isHigh = Value.Mask(false)

  /// Searches between two ends.
  ///
  /// - Parameters:
  ///   - law: The law.
  ///   - shapes: The curve with its baryons.
  ///   - range: The bounds.
  ///   - start: z to begin with.
  ///   - amplitude: V²_halo at the outermost point to begin with.
  ///   - ends: The ends in z, the lower one first.
  ///   - shape: The shape parameter of the halo.
  ///   - active: Where to search at all.
  @inline(never)
  init<Law: HaloLaw>(
    _ law: Law.Type, _ shapes: HaloShapes<Value>, _ range: HaloRange, from start: Value,
    _ amplitude: Value, between ends: (lower: Value, upper: Value), shape: Value,
    where active: Value.Mask
  ) {
    let scale = HaloCoordinate(law, shape, range)
    let bounds = HaloBounds(law, range, between: ends, shape: shape)
    let lowest = ends.lower.atLeast(scale.smallest)
    var bracket = HaloBracket(scale.coordinate(of: lowest), scale.coordinate(of: ends.upper))
    var y = scale.coordinate(of: start.atLeast(scale.smallest))
    (self.amplitude, place) = (amplitude, start)
    var on = active
    for _ in 0..<100 {
      // The ends themselves are met exactly.
      let inside = Value.choose(y .== bracket.ends.high, ends.upper, scale.place(at: y))
      let z = Value.choose(y .== bracket.ends.low, lowest, inside)
      let taken = shapes.take(law, at: z, shape: shape, from: self.amplitude)
      let limits = bounds.amplitudes(at: z, taken.outermost)
      let (rate, turn) = scale.rate(at: z, y)
      func bounded(_ amplitude: Value) -> Value {
        amplitude.atLeast(limits.low.amplitude).atMost(limits.high.amplitude)
      }
      var best = bounded(taken.amplitude)
      var sums = shapes.slopes(at: best)
      var track = HaloTrack(sums, at: best, limits, rate: rate, turn: turn)
      // After a long step the amplitude may be far from its best value, and the slope misled.
      for _ in 0..<50 {
        let isFar = on .& (track.drift.magnitude .> 1e-3)
        guard isFar.isAnywhere else { break }
        best = Value.choose(isFar, bounded(best * (1 + track.drift.atLeast(-0.9))), best)
        sums = shapes.slopes(at: best)
        track = HaloTrack(sums, at: best, limits, rate: rate, turn: turn)
      }
      take(z, best, sums.chiSquared, track, where: on)

      let isRising = track.slope .> 0
      bracket.narrow(to: y, isRising: isRising, where: on)
      // What may still be gained is less than what counts.
      let enough: Value = 1e-14 * sums.chiSquared
      let isFlat: Value.Mask = 2 * track.slope.magnitude * bracket.width .<= enough
      let isSettled: Value.Mask = .!(track.settle .> enough + 1e-15)
      let isDone = on .& (isFlat .| bracket.isClosed) .& isSettled
      // Where nothing is gained before it, C₂₀₀ = 0 it is.
      let isIdle =
        isDone .& isRising .& (ends.lower .== 0) .& (bracket.low .== bracket.ends.low)
      place = Value.choose(isIdle, lowest, place)
      on = (on .& .!isDone)

      let target = y + track.step
      let isConvex = track.bend .> 0
      let isGood = isConvex .& bracket.contains(target)
      let next = Value.choose(
        isGood, target, bracket.next(isRising: isRising, wantsEnd: isConvex .| bracket.isNarrow))
      let change: Value = track.drift + track.follow * (next - y)
      let moved = self.amplitude * (1 + change.atLeast(-0.9))
      self.amplitude = Value.choose(on, moved, self.amplitude)
      y = Value.choose(on, next, y)
      // A step that promises so little ends where it leads.
      let promise: Value = track.slope * track.slope / track.bend + track.settle
      let isLast = on .& isGood .& track.isStraight .& (promise .<= 1e-11 * sums.chiSquared)
      if isLast.isAnywhere {
        place = Value.choose(isLast, scale.place(at: y), place)
        chiSquared = Value.choose(isLast, chiSquared - promise, chiSquared)
      }
      on = (on .& .!isLast)
      if !on.isAnywhere { break }
    }
  }

  /// Takes a place that was looked at.
  @inline(__always)
  private mutating func take(
    _ place: Value, _ amplitude: Value, _ chiSquared: Value, _ track: HaloTrack<Value>,
    where on: Value.Mask
  ) {
    self.amplitude = Value.choose(on, amplitude, self.amplitude)
    self.place = Value.choose(on, place, self.place)
    self.chiSquared = Value.choose(on, chiSquared, self.chiSquared)
    isLow = ((on .& track.isLow) .| (.!on .& isLow))
    isHigh = ((on .& track.isHigh) .| (.!on .& isHigh))
  }
}

/// The coordinate y = ln(1 + (κ z)^p).
struct HaloCoordinate<Value: LaneValue> {
  /// p; nil for one.
  private let power: Value?
  /// κ.
  private let reach: Double

  @inline(__always)
  init<Law: HaloLaw>(_ law: Law.Type, _ shape: Value, _ range: HaloRange) {
    power = Law.hasShape ? shape.atLeast(0.01) : nil
    reach = Law.hasShape ? range.reach : 1
  }

  /// z below which nothing is told from C₂₀₀ = 0.
  @inline(__always)
  var smallest: Value {
    guard let power else { return Value(1e-9) }
    return (Elementary.exp(Elementary.log(1e-9) / power) / reach).atLeast(1e-280)
  }

  @inline(__always)
  func coordinate(of z: Value) -> Value {
    guard let power else { return Elementary.log1p(z) }
    return Elementary.log1p(Elementary.exp(power * Elementary.log(reach * z)))
  }

  @inline(__always)
  func place(at y: Value) -> Value {
    guard let power else { return Elementary.expm1(y) }
    return Elementary.exp(Elementary.log(Elementary.expm1(y)) / power) / reach
  }

  /// The derivative of ln z by y, and minus the second one over it.
  @inline(__always)
  func rate(at z: Value, _ y: Value) -> (rate: Value, turn: Value) {
    guard let power else { return ((1 + z) / z, 1 / z) }
    let t = Elementary.expm1(y)
    return ((1 + t) / (t * power), 1 / t)
  }
}
