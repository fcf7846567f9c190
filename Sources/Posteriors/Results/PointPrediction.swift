import Numerics

/// How well the points are foretold, each by the others.
package struct PointPrediction: Sendable {
  /// The sum over the points of the logarithms of their densities.
  package let logDensity: Double
  /// Its standard error, from the scatter of the points.
  package let error: Double
  /// How much more is lost by leaving points out than by none.
  package let effectiveParameters: Double
  /// The largest shape of the weights of any point; not to be trusted from 0.7 on.
  package let shape: Double

  init(_ outcome: LeaveOneOut) {
    (logDensity, error) = (outcome.sum, outcome.error)
    effectiveParameters = outcome.effectiveParameters
    shape = outcome.shapes.reduce(-.infinity) { max($0, $1) }
  }
}
