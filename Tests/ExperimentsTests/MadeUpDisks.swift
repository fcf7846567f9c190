import Galaxies

/// Two galaxies with surface densities and one with speeds.
///
/// Disky has six points and Flat two; Alpha is the galaxy of ``MadeUp``.
enum MadeUpDisks {
  static let dataset = Dataset(
    name: "made-up",
    galaxies: [galaxy("Disky", count: 6), MadeUp.galaxies[0], galaxy("Flat", count: 2)],
    inputs: MadeUp.inputs)

  private static func galaxy(_ name: String, count: Int) -> Galaxy {
    let radius = (1...count).map(Double.init)
    let zeros = radius.map { _ in 0.0 }
    var galaxy = Galaxy(
      name: name,
      curve: RotationCurve(
        radius: radius, observedSpeed: radius.map { 20 * $0 }, observedSpeedError: radius,
        gasSpeed: zeros, diskSpeed: zeros, bulgeSpeed: zeros, diskSurfaceBrightness: zeros,
        bulgeSurfaceBrightness: zeros))
    galaxy.surfaceDensity = MassProfiles(
      gas: SurfaceDensity(radius: radius, density: radius.map { 12 / $0 }),
      disk: SurfaceDensity(radius: radius, density: radius.map { 200 / ($0 * $0) }))
    return galaxy
  }
}
