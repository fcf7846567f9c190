/// How a coordinate in which a density is sampled is distributed beforehand.
///
/// Coordinates run over all numbers. One whose prior is normal, or was made so, is standard normal;
/// one with a flat prior between bounds is the logarithm of the distances from the bounds, which
/// makes it logistic, and near each bound the logarithm of the distance from it.
package enum CoordinateShape: Sendable {
  /// exp(−y² / 2) / √2π.
  case normal
  /// 1 / (4 cosh² (y / 2)).
  case logistic

  /// The logarithm of the density.
  @inline(__always)
  package func logDensity(_ y: Lanes) -> Lanes {
    switch self {
    case .normal: return -0.5 * y * y - 0.918_938_533_204_672_8
    case .logistic:
      let size = y.magnitude
      return -size - 2 * Elementary.log(1 + Elementary.exp(-size))
    }
  }

  /// The coordinate below which a probability lies.
  @inline(__always)
  package func quantile(_ p: Double) -> Double {
    switch self {
    case .normal: NormalDistribution.quantile(p)
    case .logistic: Elementary.log(p / (1 - p))
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
