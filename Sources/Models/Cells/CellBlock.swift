package import Numerics

/// Up to eight cells of one galaxy side by side, with the galaxy's own distance and inclination.
package struct CellBlock: Sendable {
  package let subject: FitSubject
  /// How many lanes are used; the others repeat the first one.
  package let count: Int
  /// The lower bounds of the law's parameters, which are the values of fixed ones.
  package let lower: ParameterValues<Lanes>
  package let upper: ParameterValues<Lanes>
  /// The mass-to-light ratios and the factor on the gas, the distance and the inclination.
  package let quantities: GalaxyValues<Lanes>
  /// What is known of the galaxy.
  package let galaxy: GalaxyFacts<Lanes>
  /// The square of the speed due to the baryons, km²/s²; negative where they pull outward; shape
  /// `[n]`.
  package private(set) var baryonSquare: [Lanes]
  /// The speed due to the baryons, km/s; zero where the square is negative; shape `[n]`.
  package let baryonSpeed: [Lanes]
  /// Whether the baryons pull outward anywhere.
  package private(set) var pullsOutward: Bool

  /// Works out the baryons.
  ///
  /// - Parameters:
  ///   - subject: The galaxy.
  ///   - count: How many cells there are, from one to eight.
  ///   - lower: The lower bounds of the law's parameters by cell.
  ///   - upper: Their upper bounds.
  ///   - quantities: The quantities of the galaxy by cell: ratios as they are there, distance and
  ///     inclination of the catalogue.
  ///   - facts: What is known of the galaxy but for its masses.
  package init(
    _ subject: FitSubject, count: Int, lower: ParameterValues<Lanes>,
    upper: ParameterValues<Lanes>, _ quantities: GalaxyValues<Lanes>, _ facts: GalaxyFacts<Lanes>
  ) {
    (self.subject, self.count, self.lower, self.upper) = (subject, count, lower, upper)
    self.quantities = quantities
    var galaxy = facts
    galaxy.weigh(subject, quantities)
    self.galaxy = galaxy
    let points = subject.points
    let (disk, bulge) = (quantities.upsilonDisk, quantities.upsilonBulge)
    let gas = quantities.upsilonGas
    var squares: [Lanes] = []
    var isOutward = Lanes.Mask(false)
    baryonSpeed = [Lanes](unsafeUninitializedCapacity: points.count) { speeds, speedCount in
      squares = [Lanes](unsafeUninitializedCapacity: points.count) { squares, squareCount in
        for i in 0..<points.count {
          let point = points[i]
          let square = gas * point.gas + disk * point.disk + bulge * point.bulge
          squares.initializeElement(at: i, to: square)
          let inward = Lanes(0).replacing(with: square, where: square .>= 0)
          isOutward = (isOutward .| (square .< 0))
          speeds.initializeElement(at: i, to: inward.squareRoot())
        }
        squareCount = points.count
      }
      speedCount = points.count
    }
    baryonSquare = squares
    pullsOutward = isOutward.isAnywhere
  }

  /// How many points the curve has.
  package var points: Int { baryonSpeed.count }

  /// One point in all cells, innermost first.
  @inline(__always)
  package subscript(index: Int) -> ScaledPoint<Lanes> {
    let point = subject.points[index]
    return ScaledPoint(
      radius: Lanes(point.radius), observed: Lanes(point.observed), weight: Lanes(point.weight),
      baryonSquare: baryonSquare[index], baryonSpeed: baryonSpeed[index])
  }

  /// The same block with V²_bary as the square of V_bary, which is never negative.
  package var withInwardBaryons: CellBlock {
    var other = self
    other.baryonSquare = baryonSpeed.map { $0 * $0 }
    other.pullsOutward = false
    return other
  }
}

extension GalaxyFacts<Lanes> {
  /// Takes the masses that follow from the ratios of each cell.
  @inline(__always)
  fileprivate mutating func weigh(_ subject: FitSubject, _ quantities: GalaxyValues<Lanes>) {
    let content = subject.content
    if subject.facts.luminosity > 0 {
      stellarMass =
        quantities.upsilonDisk * content.diskLight + quantities.upsilonBulge * content.bulgeLight
    }
    if subject.facts.hydrogenMass > 0 { gasMass = quantities.upsilonGas * content.gasMass }
  }
}
