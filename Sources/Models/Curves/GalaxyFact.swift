import Galaxies

/// One of the ``GalaxyFacts``, under the name that cards, tables and refusals use.
package struct GalaxyFact: Sendable {
  package typealias Path = any WritableKeyPath<GalaxyFacts<Double>, Double> & Sendable

  package let path: Path
  package let name: String
  package let unit: String
  package let summary: String
  /// The name of the column of the catalogue that it is, or follows from.
  package let column: String
  /// The fact that this column is.
  private let origin: Path
  private let value: (@Sendable (Galaxy) -> Double)?

  /// A number of the catalogue.
  private init(_ path: Path, _ column: String) {
    guard let own = GalaxyColumn.all.first(where: { $0.name == column }) else {
      preconditionFailure("the catalogue has no column '\(column)'")
    }
    (self.path, origin) = (path, path)
    (name, unit, summary, self.column) = (column, own.unit, own.summary, column)
    value = { own.value(of: $0) }
  }

  /// What follows from a number of the catalogue and the quantities of a fit.
  private init(
    _ path: Path, _ name: String, unit: String, _ summary: String, from origin: Path,
    _ column: String
  ) {
    (self.path, self.origin) = (path, origin)
    (self.name, self.unit, self.summary, self.column) = (name, unit, summary, column)
    value = nil
  }

  /// The fact at a path.
  package init(_ path: Path) {
    guard let fact = Self.all.first(where: { ($0.path as AnyKeyPath) == path }) else {
      preconditionFailure("every fact is in the list")
    }
    self = fact
  }

  /// Its value in the catalogue; NaN for what follows from a fit.
  func catalogue(of galaxy: Galaxy) -> Double {
    value?(galaxy) ?? .nan
  }

  /// Whether the catalogue of a galaxy has it, or what it follows from.
  ///
  /// - Parameter facts: The facts of the catalogue.
  /// - Returns: Whether there is a number, and a positive one where it is a size of something.
  package func isKnown(in facts: GalaxyFacts<Double>) -> Bool {
    let known = facts[keyPath: origin]
    return unit.isEmpty ? !known.isNaN : known > 0
  }

  /// Every fact.
  package static let all: [GalaxyFact] = [
    .init(\.hubbleType, "hubble_type"), .init(\.distance, "distance"),
    .init(\.distanceError, "e_distance"), .init(\.distanceMethod, "distance_method"),
    .init(\.inclination, "inclination"), .init(\.inclinationError, "e_inclination"),
    .init(\.luminosity, "luminosity"), .init(\.luminosityError, "e_luminosity"),
    .init(\.effectiveRadius, "r_eff"), .init(\.effectiveSurfaceBrightness, "sb_eff"),
    .init(\.diskScaleLength, "r_disk"), .init(\.diskCentralSurfaceBrightness, "sb_disk_central"),
    .init(\.hydrogenMass, "m_hi"), .init(\.hydrogenRadius, "r_hi"), .init(\.flatSpeed, "v_flat"),
    .init(\.flatSpeedError, "e_v_flat"), .init(\.quality, "quality"), .init(\.points, "points"),
    .init(\.innermostRadius, "r_min"), .init(\.outermostRadius, "r_max"),
    .init(
      \.stellarMass, "stellar_mass", unit: "1e9 solMass",
      "mass of the stars: each luminosity times its mass-to-light ratio", from: \.luminosity,
      "luminosity"),
    .init(
      \.gasMass, "gas_mass", unit: "1e9 solMass",
      "mass of the gas with its helium: 1.33 m_hi times upsilon_gas", from: \.hydrogenMass, "m_hi"),
  ]
}
