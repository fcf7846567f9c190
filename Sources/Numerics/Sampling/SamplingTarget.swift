/// A density that is to be sampled: a prior in coordinates that run over all numbers, times a
/// likelihood.
package protocol SamplingTarget {
  /// The prior of each coordinate, all of them independent; at most eight.
  var shapes: [CoordinateShape] { get }

  /// The logarithm of the likelihood at many places.
  ///
  /// - Parameter points: The places.
  /// - Returns: The logarithms, −∞ where the likelihood is zero or no number; shape
  ///   `[points.blocks]`.
  func logLikelihoods(at points: LanePoints) -> [Lanes]
}

extension SamplingTarget {
  package var dimension: Int { shapes.count }

  /// The logarithm of likelihood times prior at many places.
  package func logDensities(at points: LanePoints) -> [Lanes] {
    zip(logLikelihoods(at: points), CoordinateShape.logDensities(shapes, at: points)).map {
      $0 + $1
    }
  }
}
