/// A mixture of Student t distributions that follows weighted places, by expectation and
/// maximisation.
///
/// - SeeAlso: Cappé, Douc, Guillin, Marin & Robert 2008, Statistics and Computing 18, 447, for the
///   use of it in importance sampling.
package struct MixtureFit {
  /// The places and their weights, which add up to one; shape `[points.blocks]`.
  private let points: LanePoints
  private let weights: [Lanes]
  /// The mean and the covariance of all places.
  package let mean: Lanes
  package let covariance: [8 of Lanes]

  /// - Parameters:
  ///   - points: The places.
  ///   - weights: Their weights, which add up to one; shape `[points.blocks]`.
  package init(_ points: LanePoints, weights: [Lanes]) {
    (self.points, self.weights) = (points, weights)
    let dimension = points.dimension
    var sums = [8 of Lanes](repeating: .zero)
    for block in 0..<points.blocks {
      for k in 0..<dimension { sums[k] += weights[block] * points[block, k] }
    }
    var mean = Lanes.zero
    for k in 0..<dimension { mean[k] = sums[k].total }
    var covariance = [8 of Lanes](repeating: .zero)
    for i in 0..<dimension {
      for j in 0...i {
        var sum = Lanes.zero
        for block in 0..<points.blocks {
          sum += weights[block] * (points[block, i] - mean[i]) * (points[block, j] - mean[j])
        }
        covariance[i][j] = sum.total
        covariance[j][i] = covariance[i][j]
      }
    }
    (self.mean, self.covariance) = (mean, covariance)
  }

  /// How much of the covariance of all places is added to that of each component.
  private static let floor = 0.01
  /// A gain of the mean logarithm of the density that is none.
  private static let enough = 0.003
  /// The least weight of a component that is kept.
  private static let least = 0.004

  /// Improves a mixture.
  ///
  /// - Parameters:
  ///   - start: The mixture to begin with.
  ///   - steps: How many steps of expectation and maximisation are taken at most.
  /// - Returns: The mixture; nil where nothing of it is left.
  package func improved(_ start: StudentMixture, steps: Int) -> StudentMixture? {
    var (mixture, before) = (start, -Double.infinity)
    for _ in 0..<steps {
      let (sums, logDensity) = mixture.moments(of: points, weights: weights)
      let components = zip(mixture.components, sums).compactMap { component($0, $1) }
      guard !components.isEmpty else { return nil }
      mixture = StudentMixture(components, dimension: points.dimension)
      guard logDensity > before + Self.enough else { break }
      before = logDensity
    }
    return mixture
  }

  /// A component from its sums: of the shares, of the shares with their lengths, and by row of the
  /// deviations and their products.
  private func component(
    _ old: StudentMixture.Component, _ sums: [Double]
  ) -> StudentMixture.Component? {
    let (share, scaled) = (sums[0], sums[1])
    guard share > Self.least, scaled > 0 else { return nil }
    let dimension = points.dimension
    var (shift, next) = (Lanes.zero, 2)
    var moments = [8 of Lanes](repeating: .zero)
    for i in 0..<dimension {
      shift[i] = sums[next] / scaled
      next += 1
      for j in 0...i {
        moments[i][j] = (sums[next] - scaled * shift[i] * shift[j]) / share
        moments[i][j] += Self.floor * covariance[i][j]
        next += 1
      }
    }
    guard let factor = LowerTriangle(of: moments, dimension: dimension) else { return nil }
    return StudentMixture.Component(weight: share, mean: old.mean + shift, factor: factor)
  }
}
