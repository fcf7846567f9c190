import Galaxies
import Numerics

extension RadialAccelerationRelation {
  package static func kernel(for galaxy: CellGalaxy) -> BlockKernel? {
    guard galaxy.isFree(0) else { return { BlockOptimum($0.lower, isProven: Lanes.Mask(true)) } }
    let (low, high) = (galaxy.bounds.lower[0], galaxy.bounds.upper[0])
    guard high > 0 else { return nil }
    // √(g_bar / V²_bary), s/m^½; shape [n].
    let roots = galaxy.subject.points.map { point in
      (1e6 / (point.radius * Constants.metresPerKiloparsec)).squareRoot()
    }
    return { block in
      var parameters = block.lower
      parameters[0] = RelationProfile(block, roots, from: low, through: high).optimum
      return BlockOptimum(parameters)
    }
  }
}
