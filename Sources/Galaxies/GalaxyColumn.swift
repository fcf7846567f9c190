/// A number that describes a galaxy, under the name that specs, tables and files use.
package struct GalaxyColumn: Sendable {
  package let name: String
  package let unit: String
  package let summary: String
  /// Whether the values usually are whole numbers.
  package let isInteger: Bool
  /// Where the catalogue's value is stored; `nil` for a column that follows from the curve.
  package let field: (any WritableKeyPath<Galaxy, Double> & Sendable)?
  private let read: @Sendable (Galaxy) -> Double

  private init(
    _ name: String, _ unit: String, _ field: any WritableKeyPath<Galaxy, Double> & Sendable,
    _ read: @escaping @Sendable (Galaxy) -> Double, integer: Bool = false, _ summary: String
  ) {
    self.name = name
    self.unit = unit
    self.summary = summary
    self.isInteger = integer
    self.field = field
    // To read by the path would copy the galaxy with all that it has.
    self.read = read
  }

  private init(
    _ name: String, _ unit: String, integer: Bool = false, _ summary: String,
    derive: @escaping @Sendable (RotationCurve) -> Double
  ) {
    self.name = name
    self.unit = unit
    self.summary = summary
    self.isInteger = integer
    self.field = nil
    self.read = { derive($0.curve) }
  }

  /// Whether the values of some galaxies are written as whole numbers.
  package func isWhole(in galaxies: [Galaxy]) -> Bool {
    isInteger
      && galaxies.allSatisfy { galaxy in
        let value = read(galaxy)
        return value.isNaN || value == value.rounded()
      }
  }

  /// The value for one galaxy; NaN where it is missing.
  package func value(of galaxy: Galaxy) -> Double { read(galaxy) }

  /// Every column, in the order of tables; the galaxy's name comes before them.
  package static let all: [GalaxyColumn] = [
    .init(
      "hubble_type", "", \.hubbleType, { $0.hubbleType }, integer: true,
      "Hubble type, 0 (S0) to 11 (BCD)"),
    .init("distance", "Mpc", \.distance, { $0.distance }, "distance"),
    .init("e_distance", "Mpc", \.distanceError, { $0.distanceError }, "error of the distance"),
    .init(
      "distance_method", "", \.distanceMethod, { $0.distanceMethod }, integer: true,
      "1 Hubble flow, 2 red giant tip, 3 Cepheids, 4 Ursa Major cluster, 5 supernovae"),
    .init("inclination", "deg", \.inclination, { $0.inclination }, "inclination"),
    .init(
      "e_inclination", "deg", \.inclinationError, { $0.inclinationError },
      "error of the inclination"),
    .init(
      "luminosity", "1e9 solLum", \.luminosity, { $0.luminosity },
      "total luminosity at 3.6 micron"),
    .init(
      "e_luminosity", "1e9 solLum", \.luminosityError, { $0.luminosityError },
      "error of the luminosity"),
    .init(
      "r_eff", "kpc", \.effectiveRadius, { $0.effectiveRadius }, "effective radius at 3.6 micron"),
    .init(
      "sb_eff", "solLum / pc2", \.effectiveSurfaceBrightness, { $0.effectiveSurfaceBrightness },
      "effective surface brightness at 3.6 micron"),
    .init(
      "r_disk", "kpc", \.diskScaleLength, { $0.diskScaleLength },
      "scale length of the disk at 3.6 micron"),
    .init(
      "sb_disk_central", "solLum / pc2", \.diskCentralSurfaceBrightness,
      { $0.diskCentralSurfaceBrightness },
      "central surface brightness of the disk at 3.6 micron"),
    .init(
      "m_hi", "1e9 solMass", \.hydrogenMass, { $0.hydrogenMass },
      "mass of neutral hydrogen, without helium"),
    .init(
      "r_hi", "kpc", \.hydrogenRadius, { $0.hydrogenRadius },
      "radius at which hydrogen falls to 1 solMass / pc2"),
    .init("v_flat", "km / s", \.flatSpeed, { $0.flatSpeed }, "speed of the flat part"),
    .init(
      "e_v_flat", "km / s", \.flatSpeedError, { $0.flatSpeedError },
      "error of the speed of the flat part"),
    .init(
      "quality", "", \.quality, { $0.quality }, integer: true,
      "quality flag: 1 high, 2 medium, 3 low"),
    .init("points", "", integer: true, "points of the curve that the cuts keep") {
      Double($0.count)
    },
    .init("r_min", "kpc", "radius of the innermost point") { $0.radius.first ?? .nan },
    .init("r_max", "kpc", "radius of the outermost point") { $0.radius.last ?? .nan },
  ]
}
