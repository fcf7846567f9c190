import Numerics

/// The profile of χ² over the scale of a separable law at some scales: the best amplitude for each,
/// and how the χ² that it reaches changes with u = ln s.
struct ScaleProfile<Value: LaneValue> {
  /// The best amplitude within its bounds.
  let amplitude: Value
  /// χ² less that of the baryons alone.
  let value: Value
  /// Its derivative by u; where the bounds hold the amplitude at zero, the derivative of what
  /// falls towards the scale that comes closest to an amplitude.
  let slope: Value

  @inline(__always)
  init(amplitude: Value, value: Value, slope: Value) {
    (self.amplitude, self.value, self.slope) = (amplitude, value, slope)
  }

  /// - Parameters:
  ///   - product: P = Σ w f e, with e the excess over the baryons.
  ///   - productSlope: ∂P/∂u.
  ///   - square: Q = Σ w f².
  ///   - squareSlope: half ∂Q/∂u.
  ///   - lower: The lower bound of the amplitude.
  ///   - upper: The upper one.
  @inline(__always)
  init(
    product: Value, _ productSlope: Value, square: Value, _ squareSlope: Value,
    from lower: Value, through upper: Value
  ) {
    let free = Value(0).replacing(with: product / square, where: square .> 0)
    let amplitude = free.clamped(from: lower, through: upper)
    let held = (-productSlope).replacing(with: productSlope, where: free .>= 0)
    let moving = -2 * (amplitude * (productSlope - amplitude * squareSlope))
    slope = moving.replacing(with: held, where: amplitude .== 0)
    self.amplitude = amplitude
    value = amplitude * (amplitude * square - 2 * product)
  }
}

extension ScaleProfile<Lanes> {
  /// The same in every lane.
  init(_ profile: ScaleProfile<Double>) {
    self.init(
      amplitude: Lanes(profile.amplitude), value: Lanes(profile.value), slope: Lanes(profile.slope))
  }
}

extension LaneValue {
  /// The numbers within bounds; a zero of either sign on a bound of zero is that bound.
  @inline(__always)
  func clamped(from lower: Self, through upper: Self) -> Self {
    let high = replacing(with: lower, where: lower .>= self)
    return high.replacing(with: upper, where: upper .< high)
  }
}

extension ScaleProfile {
  @inline(__always)
  func replacing(with other: ScaleProfile, where mask: Value.Mask) -> ScaleProfile {
    ScaleProfile(
      amplitude: amplitude.replacing(with: other.amplitude, where: mask),
      value: value.replacing(with: other.value, where: mask),
      slope: slope.replacing(with: other.slope, where: mask))
  }
}
