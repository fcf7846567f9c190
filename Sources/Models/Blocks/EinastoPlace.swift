import Numerics

/// The profile of an Einasto halo at one radius, and the derivatives of its logarithm by those of
/// the radius and α.
struct EinastoPlace {
  let value: Double
  let slopes: PlaceSlopes<Double>

  init(_ value: Double, _ slopes: PlaceSlopes<Double>) {
    (self.value, self.slopes) = (value, slopes)
  }

  /// That at a radius, worked out for itself.
  ///
  /// - Parameters:
  ///   - x: The radius in scale radii.
  ///   - alpha: α.
  init(at x: Double, _ alpha: Double) {
    let profile = EinastoHalo.single(at: x, shape: alpha)
    self.init(profile.value, PlaceSlopes(profile, alpha))
  }
}
