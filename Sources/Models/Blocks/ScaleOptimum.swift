import Numerics

/// A minimum of the profile of χ² over the scale.
struct ScaleMinimum<Value: LaneValue> {
  /// u = ln s.
  private(set) var place: Value
  private(set) var profile: ScaleProfile<Value>

  init(_ start: Value) {
    place = start
    profile = ScaleSums<Value>().profile(from: Value(0), through: Value(0))
  }

  /// Takes the end of a step that is small enough for the sums to be known there too.
  @inline(__always)
  mutating func take(
    _ sums: ScaleSums<Value>, at place: Value, moving step: Value, from lower: Value,
    through upper: Value, where mask: Value.Mask
  ) {
    let small = Value(0).replacing(with: step, where: step.magnitude .<= 1e-6)
    let moved = sums.moved(by: small).profile(from: lower, through: upper)
    self.place = self.place.replacing(with: place + small, where: mask)
    profile = profile.replacing(with: moved, where: mask)
  }

  /// The scale within the bounds of a table.
  func scale(_ table: ScaleTable) -> Value {
    Elementary.exp(place).atLeast(table.low).atMost(table.high)
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

/// The best scale of each cell that has been met so far.
struct ScaleOptimum {
  private(set) var scale: Lanes
  /// u = ln s.
  private(set) var place: Lanes
  private(set) var amplitude: Lanes
  private(set) var value: Lanes

  /// What is lost of the drop of χ² for a smaller scale: more than sums are rounded by, so that
  /// where the scale has no effect not their last digits decide.
  private static let tolerance = 1e-12

  init(_ profile: ScaleProfile<Lanes>, scale: Double, place: Double) {
    (self.scale, self.place) = (Lanes(scale), Lanes(place))
    (amplitude, value) = (profile.amplitude, profile.value)
  }

  /// Takes a larger scale in some lanes where it is better by more than the tolerance.
  mutating func take(
    _ profile: ScaleProfile<Lanes>, scale: Lanes, place: Lanes, where mask: Lanes.Mask
  ) {
    let isBetter = mask .& (profile.value .< value - Self.tolerance * value.magnitude)
    self.scale = self.scale.replacing(with: scale, where: isBetter)
    self.place = self.place.replacing(with: place, where: isBetter)
    amplitude = amplitude.replacing(with: profile.amplitude, where: isBetter)
    value = value.replacing(with: profile.value, where: isBetter)
  }
}
