import Numerics

/// V²_halo at the outermost point on a bound, with the slope and the second slope of its logarithm
/// by ln z.
struct HaloLimit<Value: LaneValue> {
  let amplitude: Value
  let slope: Value
  let bend: Value

  @inline(__always)
  static func choose(_ mask: Value.Mask, _ yes: HaloLimit, _ no: HaloLimit) -> HaloLimit {
    HaloLimit(
      amplitude: Value.choose(mask, yes.amplitude, no.amplitude),
      slope: Value.choose(mask, yes.slope, no.slope), bend: Value.choose(mask, yes.bend, no.bend))
  }
}

/// The bounds of V²_halo at the outermost point between two scale radii, which no turn of the
/// bounds divides.
struct HaloBounds<Law: HaloLaw, Value: LaneValue> {
  private let range: HaloRange
  private let shape: Value
  /// Whether the lower bound is that of v200 here, and the upper one that of c200.
  private let lowerIsSpeed: Value.Mask
  private let upperIsConcentration: Value.Mask

  @inline(__always)
  init(
    _ law: Law.Type, _ range: HaloRange, between bracket: (lower: Value, upper: Value), shape: Value
  ) {
    (self.range, self.shape) = (range, shape)
    lowerIsSpeed = (bracket.lower .>= range.lowerTurn)
    // Where C₂₀₀ can only be zero it bounds nothing.
    let isBounded = Value.Mask(range.upperConcentration > 0)
    upperIsConcentration = ((bracket.lower .>= range.upperTurn) .& isBounded)
  }

  /// Both bounds at a scale radius.
  ///
  /// - Parameters:
  ///   - z: R_max / r_s.
  ///   - outermost: The profile there.
  /// - Returns: The smallest and the largest amplitude with their slopes.
  @inline(__always)
  func amplitudes(
    at z: Value, _ outermost: HaloProfile<Value>
  ) -> (low: HaloLimit<Value>, high: HaloLimit<Value>) {
    let rate = range.rate * z
    let low = limit(
      Value.choose(lowerIsSpeed, range.smallestSpeed * rate, Value(range.lowerConcentration)),
      rate, outermost, isSpeed: lowerIsSpeed)
    let high = limit(
      Value.choose(upperIsConcentration, Value(range.upperConcentration), range.upperSpeed * rate),
      rate, outermost, isSpeed: .!upperIsConcentration)
    return (low, high)
  }

  /// A bound.
  ///
  ///     ln A = (3 − p) ln V₂₀₀ + ln q(z) − ln q(C₂₀₀) + const, C₂₀₀ = V₂₀₀ z / (0.73 R_max)
  ///
  /// - Parameters:
  ///   - concentration: C₂₀₀ on it.
  ///   - rate: C₂₀₀ over V₂₀₀.
  ///   - outermost: The profile at z.
  ///   - isSpeed: Whether V₂₀₀ stays as z changes, rather than C₂₀₀.
  /// - Returns: The amplitude there with its slopes.
  @inline(__always)
  private func limit(
    _ concentration: Value, _ rate: Value, _ outermost: HaloProfile<Value>, isSpeed: Value.Mask
  ) -> HaloLimit<Value> {
    let whole = Law.single(at: concentration, shape: shape)
    let amplitude = Law.amplitude(
      speed: concentration / rate, outermost.value, whole.value, range)
    let power = Double(Law.massPower)
    return HaloLimit(
      amplitude: amplitude,
      slope: outermost.slope - Value.choose(isSpeed, whole.slope, Value(3 - power)),
      bend: outermost.bend - Value.choose(isSpeed, whole.bend, Value(0)))
  }
}

extension HaloLaw {
  /// The profile at one radius; where there are many, it is better worked out in their loop.
  @inline(never)
  static func single<Value: LaneValue>(at x: Value, shape: Value) -> HaloProfile<Value> {
    profile(at: x, shape: shape)
  }

  /// V²_halo at the outermost point.
  @inline(__always)
  static func amplitude<Value: LaneValue>(
    speed: Value, _ outermost: Value, _ whole: Value, _ range: HaloRange
  ) -> Value {
    let ratio = 1 / range.rate
    let start = massPower == 3 ? Value(ratio * ratio) : ratio * speed
    return start * (outermost / whole)
  }
}
