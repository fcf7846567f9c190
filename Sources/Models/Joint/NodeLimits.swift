import Numerics

/// The bounds of the strength of a halo on the nodes of a block.
struct NodeLimits {
  private(set) var lower: Lanes
  private(set) var upper: Lanes
  /// The slopes of their logarithms by that of the distance, and by that of the scale radius for
  /// the distance of the catalogue.
  let lowerRise: Lanes
  let upperRise: Lanes
  let lowerTilt: Lanes
  let upperTilt: Lanes
  /// For which distance and inclination the bounds are.
  private var length: Lanes
  private var projection: Lanes

  @inline(__always)
  init<Law: HaloLaw>(
    _ halo: NodeHalo<Law>, _ galaxy: NodeGalaxy, _ block: NodeTable.Block
  ) {
    (length, projection) = (galaxy.length, galaxy.projection)
    let bounds = halo.bounds(block.scale * length)
    let unit = projection * (length * length) * block.strength
    let (low, high) = (halo.level(bounds.lower), halo.level(bounds.upper))
    (lower, upper) = (unit * low.value, unit * high.value)
    // With v200 on a bound c200 goes with 1 / r_s.
    let lowSlope = low.slope.replacing(
      with: 0, where: bounds.lower .<= halo.concentrations.lowerBound)
    let highSlope = high.slope.replacing(
      with: 0, where: bounds.upper .>= halo.concentrations.upperBound)
    (lowerRise, upperRise) = (2 - lowSlope, 2 - highSlope)
    (lowerTilt, upperTilt) = (block.rise - lowSlope, block.rise - highSlope)
  }

  /// Moves them along to another distance and inclination near by.
  @inline(__always)
  mutating func follow(_ galaxy: NodeGalaxy) {
    let way = Elementary.log(galaxy.length / length)
    let turn = galaxy.projection / projection
    lower = lower * turn * Elementary.exp(lowerRise * way)
    upper = upper * turn * Elementary.exp(upperRise * way)
    (length, projection) = (galaxy.length, galaxy.projection)
  }

  @inline(__always)
  func clamped(_ strength: Lanes) -> Lanes { strength.atLeast(lower).atMost(upper) }
}
