/// A proposal that follows a density and leaves nothing out: a mixture of Student t distributions,
/// and with a small probability the prior.
///
/// With the share ε of the prior the weights of its draws are bounded by the largest likelihood
/// over ε. Each part has as many of the draws as its share says, by eights; the shares are those
/// that so come about, and every draw is weighted as one from all parts together.
///
/// - SeeAlso: Hesterberg 1995, Technometrics 37, 185, for the defensive part and the shares.
package struct DefensiveMixture: Sendable {
  private let shapes: [CoordinateShape]
  /// The share of the prior.
  private let share: Double
  /// The rest, its weights those that come about; nil for the prior alone.
  package let mixture: StudentMixture?
  /// How many eights of draws a round has.
  private let blocks: Int
  /// How many the prior and each component have.
  private let allotments: [Int]

  /// A proposal.
  ///
  /// - Parameters:
  ///   - shapes: The prior.
  ///   - share: Its share, between zero and one.
  ///   - mixture: The rest.
  ///   - blocks: How many eights of draws are taken at a time; more than there are components.
  package init(
    _ shapes: [CoordinateShape], share: Double, _ mixture: StudentMixture, blocks: Int
  ) {
    let shares = [share] + mixture.components.map { (1 - share) * $0.weight }
    let allotments = Self.allotments(blocks, shares)
    (self.shapes, self.blocks, self.allotments) = (shapes, blocks, allotments)
    self.share = Double(allotments[0]) / Double(blocks)
    self.mixture = StudentMixture(
      zip(mixture.components, allotments.dropFirst()).map { component, allotment in
        var component = component
        component.weight = Double(allotment)
        return component
      }, dimension: mixture.dimension)
  }

  /// A look over the prior, in which flat logarithms are spread evenly over some decades.
  package init(lookingOver shapes: [CoordinateShape], blocks: Int) {
    (self.shapes, self.blocks) = (shapes, blocks)
    (share, mixture, allotments) = (1, nil, [blocks])
  }

  /// Whole numbers in the proportion of some shares, none of them zero.
  private static func allotments(_ count: Int, _ shares: [Double]) -> [Int] {
    let rest = Double(count - shares.count)
    let whole = shares.reduce(0, +)
    var (sum, last) = (0.0, 0)
    return shares.map { share in
      sum += share
      let reached = Int((rest * (sum / whole)).rounded())
      defer { last = reached }
      return 1 + reached - last
    }
  }

  /// The density at many places.
  ///
  /// - Parameters:
  ///   - points: The places.
  ///   - priors: The density of the prior there; shape `[points.blocks]`.
  /// - Returns: The densities, zero below the smallest numbers; shape `[points.blocks]`.
  package func densities(at points: LanePoints, priors: [Lanes]) -> [Lanes] {
    guard let mixture else { return wideDensities(at: points) }
    var densities = mixture.densities(at: points)
    for block in densities.indices {
      densities[block] = (1 - share) * densities[block] + share * priors[block]
    }
    return densities
  }

  private func wideDensities(at points: LanePoints) -> [Lanes] {
    (0..<points.blocks).map { block in
      var sum = Lanes.zero
      for (k, shape) in shapes.enumerated() {
        guard let size = Self.size(of: shape) else {
          sum += shape.logDensity(points[block, k])
          continue
        }
        let distance = (points[block, k] / size).magnitude
        sum -= distance + 2 * Elementary.log1p(Elementary.exp(-distance)) + Elementary.log(size)
      }
      return Elementary.exp(sum)
    }
  }

  /// The size of the logistic distribution that a look takes instead of a flat prior.
  private static func size(of shape: CoordinateShape) -> Double? {
    if case .soft(let range) = shape { range.spread / 5 } else { nil }
  }

  /// Draws a round: as many eights as were said.
  ///
  /// - Parameter key: What decides the draws.
  /// - Returns: The places, those of the prior first and then component by component.
  package func draw(_ key: SamplingKey) -> LanePoints {
    let dimension = shapes.count
    var points = LanePoints(dimension: dimension, blocks: blocks)
    let cube = SobolPoints.points(allotments[0], dimension: dimension, key.key(0))
    for block in 0..<cube.blocks {
      for (k, shape) in shapes.enumerated() {
        if mixture == nil, let size = Self.size(of: shape) {
          points[block, k] = size * Elementary.log(cube[block, k] / (1 - cube[block, k]))
        } else {
          points[block, k] = cube[block, k].map { shape.quantile($0) }
        }
      }
    }
    var first = allotments[0]
    guard let mixture else { return points }
    for (number, component) in mixture.components.enumerated() {
      let count = allotments[1 + number]
      component.draw(count, into: &points, from: first, key.key(1 + number))
      first += count
    }
    return points
  }
}

extension StudentMixture.Component {
  /// Draws places.
  ///
  /// The first coordinates of each of Sobol's points are the deviates, the last two give the
  /// length.
  fileprivate func draw(
    _ blocks: Int, into points: inout LanePoints, from first: Int, _ key: SamplingKey
  ) {
    let dimension = points.dimension
    let cube = SobolPoints.points(blocks, dimension: dimension + 2, key)
    var deviates = [8 of Lanes](repeating: .zero)
    for block in 0..<blocks {
      let lengths = Elementary.log(cube[block, dimension] * cube[block, dimension + 1])
      let size = 1 / (lengths * (-2 / StudentMixture.degreesOfFreedom)).squareRoot()
      for k in 0..<dimension {
        deviates[k] = size * cube[block, k].map(NormalDistribution.quantile)
        var place = Lanes(mean[k])
        for j in 0...k { place += factor.rows[k][j] * deviates[j] }
        points[first + block, k] = place
      }
    }
  }
}
