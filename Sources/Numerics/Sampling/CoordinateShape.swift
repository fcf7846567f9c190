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
  package func logDensity(_ y: SIMD8<Double>) -> SIMD8<Double> {
    switch self {
    case .normal: return -0.5 * y * y - 0.918_938_533_204_672_8
    case .logistic:
      let size = y.replacing(with: -y, where: y .< 0)
      return -size - 2 * (1 + (-size).mapped(Elementary.exp)).mapped(Elementary.log)
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
  ) -> [SIMD8<Double>] {
    (0..<points.blocks).map { block in
      var sum = SIMD8<Double>.zero
      for (k, shape) in shapes.enumerated() { sum += shape.logDensity(points[block, k]) }
      return sum
    }
  }
}

extension SIMD8<Double> {
  /// A function of each lane.
  @inline(__always)
  func mapped(_ function: (Double) -> Double) -> SIMD8<Double> {
    var result = SIMD8<Double>.zero
    for lane in 0..<8 { result[lane] = function(self[lane]) }
    return result
  }
}
