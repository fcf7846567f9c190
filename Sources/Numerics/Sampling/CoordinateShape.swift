/// How a coordinate in which a density is sampled is distributed beforehand.
///
/// Coordinates run over all numbers. One whose prior is normal, or was made so, is standard normal.
/// One with a flat prior between bounds, or its logarithm, is bent towards the bounds. That of a
/// positive quantity with a normal prior is its logarithm.
package enum CoordinateShape: Sendable {
  /// exp(−y² / 2) / √2π.
  case normal
  /// That of a number, or the logarithm of one, that is uniform in a range.
  case soft(SoftRange)
  /// That of y = ln (x) / r where x is normal with mean one and standard deviation r, and positive;
  /// with r.
  case logOfNormal(Double)

  /// The logarithm of the density.
  @inline(__always)
  package func logDensity(_ y: Lanes) -> Lanes {
    switch self {
    case .normal: return -0.5 * y * y - 0.918_938_533_204_672_8
    case .soft(let range): return range.logDensity(y)
    case .logOfNormal(let r):
      let u = (Elementary.exp(r * y) - 1) / r
      let whole = Elementary.log(NormalDistribution.cumulative(1 / r))
      return r * y - 0.5 * u * u - 0.918_938_533_204_672_8 - whole
    }
  }

  /// The coordinate below which a probability lies.
  @inline(__always)
  package func quantile(_ p: Double) -> Double {
    switch self {
    case .normal: NormalDistribution.quantile(p)
    case .soft(let range): range.quantile(p)
    case .logOfNormal(let r):
      // Of the probability above, which is not cut.
      Elementary.log(
        1 - r * NormalDistribution.quantile((1 - p) * NormalDistribution.cumulative(1 / r))) / r
    }
  }

  /// The logarithm of the joint density of independent coordinates.
  ///
  /// - Parameters:
  ///   - shapes: The shape of each coordinate.
  ///   - points: The places.
  /// - Returns: The logarithms; shape `[points.blocks]`.
  package static func logDensities(
    _ shapes: [CoordinateShape], at points: LanePoints
  ) -> [Lanes] {
    (0..<points.blocks).map { block in
      var sum = Lanes.zero
      for (k, shape) in shapes.enumerated() { sum += shape.logDensity(points[block, k]) }
      return sum
    }
  }
}
