/// How well points are foretold by the others: the density of each under the posterior without it.
///
/// Draws of the posterior are weighted by the inverse of the point's likelihood, the largest of
/// these weights smoothed.
///
/// - SeeAlso: Vehtari, Gelman & Gabry 2017, Statistics and Computing 27, 1413.
package struct LeaveOneOut: Sendable {
  /// The logarithm of the density of each point, the others known; shape `[n]`.
  package let logDensities: [Double]
  /// The shape of the largest weights of each point; not to be trusted from 0.7 on.
  package let shapes: [Double]
  /// How much more is lost by leaving points out than by none: an effective number of parameters.
  package let effectiveParameters: Double

  /// - Parameter logLikelihoods: The logarithm of the likelihood of each point under each draw;
  ///   shape `[n][draws]`, at least 25 draws.
  package init(_ logLikelihoods: [[Double]]) {
    self.init(logLikelihoods, logWeights: nil)
  }

  /// From draws that have weights.
  ///
  /// - Parameters:
  ///   - logLikelihoods: The logarithm of the likelihood of each point under each draw; shape
  ///     `[n][draws]`.
  ///   - logWeights: The logarithms of the weights of the draws, up to a constant.
  package init(_ logLikelihoods: [[Double]], logWeights: [Double]?) {
    var (densities, shapes, lost) = ([Double](), [Double](), CompensatedSum())
    for point in logLikelihoods {
      let logs = logWeights ?? [Double](repeating: 0, count: point.count)
      let smoothed = SmoothedWeights(zip(point, logs).map { $1 - $0 })
      let density = Self.logSum(zip(point, smoothed.logarithms).map { $0 + $1 })
      let all = Self.logSum(zip(point, logs).map { $0 + $1 }) - Self.logSum(logs)
      densities.append(density)
      shapes.append(smoothed.shape)
      lost.add(all - density)
    }
    (self.logDensities, self.shapes) = (densities, shapes)
    effectiveParameters = lost.value
  }

  /// The sum over all points.
  package var sum: Double { Statistics.sum(logDensities) }

  /// The standard error of the sum, from the scatter of the points.
  package var error: Double {
    Statistics.std(logDensities) * Double(logDensities.count).squareRoot()
  }

  private static func logSum(_ logs: [Double]) -> Double {
    let most = logs.reduce(-.infinity) { max($0, $1) }
    guard most.isFinite else { return most }
    var sum = CompensatedSum()
    for log in logs { sum.add(Elementary.exp(log - most)) }
    return most + Elementary.log(sum.value)
  }
}
