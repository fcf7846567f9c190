import Numerics

/// What the blocks of cells of one galaxy and law have in common where only parameters of the law
/// are free, and no prior bears on them.
final class BlockFrame: Sendable {
  let subject: FitSubject
  /// The space of one of the cells; the others have other values for what is fixed.
  let space: ResolvedSpace
  /// How many parameters are free, and their positions on the card by lane.
  let size: Int
  let positions: [4 of Int]
  /// Whether they are the first two parameters of a law or one of them, as nearly always; to find
  /// others by their positions takes longer.
  let isPair: Bool
  /// Their bounds by lane.
  let lower: [4 of Double]
  let upper: [4 of Double]
  /// Those whose prior density is taken in their logarithm.
  let logarithmic: ParameterSet
  /// Σ ln of the integrals of their priors between the bounds.
  let integrals: Double
  /// The bounds of all parameters, and the quantities of the galaxy, with the values that this cell
  /// has for what is fixed.
  let lawLower: ParameterValues<Lanes>
  let lawUpper: ParameterValues<Lanes>
  let galaxy: GalaxyValues<Lanes>
  /// What is known of the galaxy, without the masses that depend on the cell.
  let facts: GalaxyFacts<Lanes>

  /// Distance and inclination as results have them: NaN where the catalogue has none.
  let shownDistance: Double
  let shownInclination: Double

  /// - Returns: Nil where more parameters are free than blocks are made for.
  init?(_ subject: FitSubject, _ space: consuming ResolvedSpace) {
    guard space.lanes.count <= LaneMatrix.capacity else { return nil }
    self.subject = subject
    size = space.lanes.count
    positions = space.lanes.positions
    isPair = size <= 2 && positions[0] < 2 && positions[1] < 2
    var (lower, upper) = ([4 of Double](repeating: 0), [4 of Double](repeating: 0))
    var (logarithmic, integrals) = (ParameterSet(), 0.0)
    for lane in space.lanes.indices {
      let range = space.ranges[space.lanes[lane]]
      (lower[lane], upper[lane]) = (range.lower, range.upper)
      integrals += range.prior.logIntegral(from: range.lower, through: range.upper)
      if range.prior == .logUniform { logarithmic.insert(lane) }
    }
    (self.lower, self.upper) = (lower, upper)
    (self.logarithmic, self.integrals) = (logarithmic, integrals)
    let bounds = space.bounds
    lawLower = ParameterValues(bounds.lower)
    lawUpper = ParameterValues(bounds.upper)
    let corner = GalaxyValues { space.ranges.galaxy[$0].lower }
    galaxy = GalaxyValues { Lanes(corner[$0]) }
    facts = GalaxyFacts(subject.facts)
    self.space = space
    shownDistance = subject.has.distance ? corner.distance : subject.facts.distance
    shownInclination = subject.has.inclination ? corner.inclination : subject.facts.inclination
  }

  /// What is free, for a law that may have a kernel for it.
  func galaxy(with extras: FitExtras) -> CellGalaxy {
    CellGalaxy(
      subject: subject, lanes: space.lanes, bounds: space.bounds,
      wantsProof: extras.contains(.proof))
  }

  /// A block of cells that differ from the one of the frame by some ratios.
  func block(of cells: CellValues, fixing quantities: [Quantity]) -> CellBlock {
    var galaxy = galaxy
    for (place, quantity) in quantities.enumerated() {
      if case .galaxy(let parameter) = quantity { galaxy[parameter] = cells.values[place] }
    }
    return CellBlock(
      subject, count: cells.count, lower: lawLower, upper: lawUpper, galaxy, facts)
  }

  /// A block of cells with spaces of their own.
  func block(in spaces: [ResolvedSpace]) -> CellBlock {
    var (lower, upper, galaxy) = (lawLower, lawUpper, galaxy)
    for lane in 0..<Lanes.count {
      let space = spaces[lane < spaces.count ? lane : 0]
      let (bounds, corner) = (space.bounds, space.corner.galaxy)
      for position in 0..<ParameterVector.capacity {
        lower[position][lane] = bounds.lower[position]
        upper[position][lane] = bounds.upper[position]
      }
      for parameter in GalaxyParameter.allCases {
        galaxy[parameter][lane] = corner[parameter]
      }
    }
    return CellBlock(subject, count: spaces.count, lower: lower, upper: upper, galaxy, facts)
  }

  /// The space of a cell of a block.
  func space(of lane: Int, in block: borrowing CellBlock) -> ResolvedSpace {
    var own = space
    for position in 0..<ParameterVector.capacity
    where own.lanes.lane(of: .parameter(position)) == nil {
      own.fix(.parameter(position), at: block.lower[position][lane])
    }
    for parameter in [GalaxyParameter.upsilonDisk, .upsilonBulge, .upsilonGas] {
      own.fix(.galaxy(parameter), at: block.quantities[parameter][lane])
    }
    return own
  }
}

extension FreeLanes {
  /// The position on the card of each free parameter of the law, by lane.
  fileprivate var positions: [4 of Int] {
    var positions = [4 of Int](repeating: 0)
    for lane in indices.prefix(4) {
      if case .parameter(let position) = self[lane] { positions[lane] = position }
    }
    return positions
  }
}
