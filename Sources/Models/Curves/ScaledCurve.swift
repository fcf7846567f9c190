import Numerics

/// The curve of a galaxy as it is at some distance and inclination, with some mass-to-light ratios.
///
///     V²_bary = (D / D₀) (Υ_disk |V_disk| V_disk + Υ_bulge |V_bulge| V_bulge
///                         + Υ_gas |V_gas| V_gas)
///
/// with radii and all other lengths times D / D₀, luminosities and masses times (D / D₀)², and
/// observed speeds and their errors times sin i₀ / sin i, where D₀ and i₀ are those of the
/// catalogue. This is the one way from a galaxy and the quantities of a fit to what a law looks at.
///
/// - SeeAlso: Li, Lelli, McGaugh & Schombert 2018, A&A 615, A3.
package struct ScaledCurve: Sendable {
  /// The points for D₀ and i₀; shape `[n]`.
  private(set) var points: [CurvePoint]
  /// The mass-to-light ratios, and the factor on the gas.
  private let disk: Double
  private let bulge: Double
  private let gas: Double
  /// D / D₀: the factor on every length and on V²_bary.
  package let length: Double
  /// sin i / sin i₀: the factor from a circular speed to the one observed for i₀.
  package let projection: Double
  /// The light and the gas of the components at D, for ratios of one.
  let content: GalaxyContent
  /// Mass of the stars and mass of the gas, 1e9 M☉; zero where the catalogue does not tell.
  let stellarMass: Double
  let gasMass: Double
  /// What a law may know of the galaxy.
  package let galaxy: GalaxyFacts<Double>

  /// Works out how a galaxy scales.
  ///
  /// - Parameters:
  ///   - subject: The galaxy.
  ///   - quantities: Its ratios, its distance, Mpc, and its inclination, degrees; all of them
  ///     numbers.
  @inline(__always)
  package init(_ subject: FitSubject, at quantities: GalaxyValues<Double>) {
    points = subject.points
    disk = quantities.upsilonDisk
    bulge = quantities.upsilonBulge
    gas = quantities.upsilonGas
    length = quantities.distance / subject.distance
    projection = Elementary.sin(quantities.inclination * .radiansPerDegree) / subject.sine
    content = subject.content.scaled(length: length)
    stellarMass = disk * content.diskLight + bulge * content.bulgeLight
    gasMass = gas * content.gasMass
    var galaxy = subject.facts.scaled(length: length, speed: 1 / projection)
    galaxy.stellarMass = galaxy.luminosity > 0 ? stellarMass : .nan
    galaxy.gasMass = galaxy.hydrogenMass > 0 ? gasMass : .nan
    self.galaxy = galaxy
  }

  /// How many points there are.
  package var count: Int { points.count }

  /// One point, innermost first.
  @inline(__always)
  package subscript(index: Int) -> ScaledPoint<Double> {
    let point = points[index]
    let mass = gas * point.gas + disk * point.disk + bulge * point.bulge
    let square = length * mass
    return ScaledPoint(
      radius: length * point.radius, observed: point.observed / projection,
      weight: point.weight * (projection * projection), baryonSquare: square,
      baryonSpeed: max(0, square).squareRoot())
  }

  /// The same galaxy with other points, given for D₀ and i₀.
  func taking(_ points: [CurvePoint]) -> ScaledCurve {
    var other = self
    other.points = points
    return other
  }

  /// The squares of the speeds due to gas, disk and bulge at one point, km²/s²; negative where they
  /// pull outward.
  func componentSquares(_ index: Int) -> (gas: Double, disk: Double, bulge: Double) {
    let point = points[index]
    return (
      length * (gas * point.gas), length * (disk * point.disk), length * (bulge * point.bulge)
    )
  }

  /// Lends all points at once, to a search that looks at each of them many times.
  @inline(__always)
  func withPoints<Result>(_ body: (Span<ScaledPoint<Double>>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: ScaledPoint<Double>.self, capacity: count) { room in
      for index in 0..<count { room.initializeElement(at: index, to: self[index]) }
      return body(room.span)
    }
  }
}
