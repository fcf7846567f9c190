import Numerics

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
