import Numerics

/// The law that mock galaxies obey.
///
///     V = V_bary(Υ_disk = 0.5, Υ_bulge = 0.7) + ωR / (1 + R / R_t),  R_t = k R_disk
///
/// Far outside, the second term tends to ω R_t. It is drawn between 0.4 and 1 of the largest
/// baryonic speed, and k between 0.6 and 3, well inside the radii of the points, so that a fit
/// finds both.
struct MockLaw {
  static let ratios = MassToLight(disk: 0.5, bulge: 0.7)

  /// The slope ω at the centre, km/s/kpc.
  let omega: Double
  /// The taper radius in scale lengths.
  let k: Double
  /// The taper radius R_t, kpc.
  let taperRadius: Double

  private let baryonicSpeeds: [Double]

  /// Draws the law of one galaxy from its component speeds.
  init(of components: RotationCurve, scaleLength: Double, drawnFrom random: inout SplitMix64) {
    var speeds = [Double](repeating: 0, count: components.count)
    _ = speeds.withUnsafeMutableBufferPointer {
      BaryonicSpeed.compute(components, Self.ratios, into: $0)
    }
    let largest = speeds.reduce(0, max)
    k = (0.6 * Elementary.pow(5, random.uniform())).rounded(decimals: 3)
    taperRadius = k * scaleLength
    let slope = largest * (0.4 + 0.6 * random.uniform()) / taperRadius
    omega = min(150, max(1, slope)).rounded(decimals: 2)
    baryonicSpeeds = speeds
  }

  /// The circular speeds at the radii of the curve, km/s; shape `[n]`.
  func speeds(at radii: [Double]) -> [Double] {
    zip(radii, baryonicSpeeds).map { radius, speed in
      speed + omega * radius / (1 + radius / taperRadius)
    }
  }

  /// The law under the names of the models' parameters.
  func truth(of galaxy: String) -> Dataset.Truth {
    Dataset.Truth(
      galaxy: galaxy,
      values: [
        ("omega", "km / (kpc s)", omega), ("k", "", k), ("r_t", "kpc", taperRadius),
        ("upsilon_disk", "", Self.ratios.disk), ("upsilon_bulge", "", Self.ratios.bulge),
      ])
  }
}
