import Numerics

/// χ² along the best amplitudes, at one scale radius: half of it with its derivatives by y.
///
/// The amplitude follows its best value, or a bound that holds it. Where the way changes from one
/// to the other the slope has no step, but the second derivative has: half of χ² is more curved on
/// a bound by N (a − f)², where a and f are the derivatives of the amplitude's logarithm along the
/// bound and along its best values, and N is the second derivative by it.
struct HaloTrack<Value: LaneValue> {
  /// Where the amplitude is held by the lower bound or the upper one.
  let isLow: Value.Mask
  let isHigh: Value.Mask
  let slope: Value
  let bend: Value
  /// The change of the amplitude's logarithm to its best value, and its derivative by y.
  let drift: Value
  let follow: Value
  /// What χ² loses by that change.
  let settle: Value
  /// The step to the minimum, and whether it is all on one of the two ways.
  let step: Value
  let isStraight: Value.Mask

  /// - Parameters:
  ///   - sums: The derivatives by amplitude and place.
  ///   - amplitude: V²_halo at the outermost point.
  ///   - limits: Its bounds.
  ///   - rate: The derivative of ln z by y.
  ///   - turn: Its second derivative over the first, less the sign.
  @inline(__always)
  init(
    _ sums: HaloSlopes<Value>, at amplitude: Value,
    _ limits: (low: HaloLimit<Value>, high: HaloLimit<Value>), rate: Value, turn: Value
  ) {
    isLow = ((amplitude .<= limits.low.amplitude) .& (sums.pull .<= 0))
    isHigh = ((amplitude .>= limits.high.amplitude) .& (sums.pull .>= 0))
    let isHeld = isLow .| isHigh
    let limit = HaloLimit.choose(isLow, limits.low, limits.high)
    let own = sums.along(limit)
    let free = -sums.byBoth / sums.curvature
    let freeSlope = sums.byPlace - free * sums.pull
    let freeBend = sums.byPlaceTwice + free * sums.byBoth
    let slope = Value.choose(isHeld, own.slope, freeSlope)
    self.slope = slope * rate
    bend = Value.choose(isHeld, own.bend, freeBend) * (rate * rate) - self.slope * turn
    follow = Value.choose(isHeld, limit.slope, free) * rate
    let pull = sums.pull / sums.curvature
    drift = Value.choose(isHeld, Value(0), pull)
    settle = drift * sums.pull
    let straight = -self.slope / bend

    // Where the best values meet a bound.
    let low = (limits.low.amplitude / amplitude - 1) / ((free - limits.low.slope) * rate)
    let high = (limits.high.amplitude / amplitude - 1) / ((free - limits.high.slope) * rate)
    func isBefore(_ place: Value, _ end: Value) -> Value.Mask {
      (place * end .> 0) .& (place.magnitude .< end.magnitude)
    }
    let meetsLow = isBefore(low, straight)
    let isLower = meetsLow .& .!(isBefore(high, straight) .& (high.magnitude .< low.magnitude))
    let met = Value.choose(isLower, low, high)
    let gap = (Value.choose(isLower, limits.low.slope, limits.high.slope) - free) * rate
    let held = bend + sums.curvature * gap * gap
    // Where a bound lets go.
    let left = pull / ((limit.slope - free) * rate)
    let freed = freeBend * (rate * rate) - self.slope * turn
    let place = Value.choose(isHeld, left, met)
    let beyond = Value.choose(isHeld, freed, held)
    let isBent = isBefore(place, straight) .& (beyond .> 0)
    step = Value.choose(isBent, place - (self.slope + bend * place) / beyond, straight)
    isStraight = .!isBent
  }
}
