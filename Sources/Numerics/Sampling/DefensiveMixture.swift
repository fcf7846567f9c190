/// A proposal that follows a density and leaves nothing out: a mixture of Student t distributions,
/// and with a small probability the prior.
///
/// With the share ε of the prior the weights of its draws are bounded by the largest likelihood
/// over ε.
///
/// - SeeAlso: Hesterberg 1995, Technometrics 37, 185, for the defensive component.
package struct DefensiveMixture: Sendable {
  package let shapes: [CoordinateShape]
  /// The share of the prior.
  package let share: Double
  /// Nil for the prior alone.
  package let mixture: StudentMixture?
  /// How much wider than the prior the logistic coordinates of the prior's part are.
  let width: Double

  package init(
    _ shapes: [CoordinateShape], share: Double, _ mixture: StudentMixture?, width: Double = 1
  ) {
    self.shapes = shapes
    self.share = mixture == nil ? 1 : share
    self.mixture = mixture
    self.width = width
  }

  /// The density at many places.
  ///
  /// - Parameters:
  ///   - points: The places.
  ///   - priors: The density of the prior there; shape `[points.blocks]`.
  /// - Returns: The densities, zero below the smallest numbers; shape `[points.blocks]`.
  package func densities(at points: LanePoints, priors: [Lanes]) -> [Lanes] {
    guard let mixture else {
      return width == 1 ? priors : wideLogDensities(at: points).map { Elementary.exp($0) }
    }
    var densities = mixture.densities(at: points)
    let most = 1 - share
    for block in densities.indices {
      densities[block] = most * densities[block] + share * priors[block]
    }
    return densities
  }

  private func wideLogDensities(at points: LanePoints) -> [Lanes] {
    (0..<points.blocks).map { block in
      var sum = Lanes.zero
      for (k, shape) in shapes.enumerated() {
        switch shape {
        case .normal: sum += shape.logDensity(points[block, k])
        case .logistic: sum += shape.logDensity(points[block, k] / width) - Elementary.log(width)
        }
      }
      return sum
    }
  }

  /// Draws many places.
  ///
  /// The first coordinate of each of Sobol's points decides the component, the next ones its
  /// deviates, and the last two its length.
  ///
  /// - Parameters:
  ///   - blocks: How many eights.
  ///   - key: What decides the draws.
  /// - Returns: The places.
  package func draw(_ blocks: Int, _ key: SamplingKey) -> LanePoints {
    let dimension = shapes.count
    var points = LanePoints(dimension: dimension, blocks: blocks)
    let cube = SobolPoints.points(blocks, dimension: dimension + 3, key)
    var (ends, end) = ([Double](), share)
    for component in mixture?.components ?? [] {
      end += (1 - share) * component.weight
      ends.append(end)
    }
    for block in 0..<blocks {
      let choices = cube[block, 0]
      let lengths = Elementary.log(cube[block, dimension + 1] * cube[block, dimension + 2])
        * (-2 / StudentMixture.degreesOfFreedom)
      let steps = 1 / lengths.squareRoot()
      for lane in 0..<8 {
        var drawn = Lanes.zero
        if let mixture, choices[lane] >= share {
          let found = ends.firstIndex { choices[lane] < $0 } ?? ends.count - 1
          for k in 0..<dimension {
            drawn[k] = NormalDistribution.quantile(cube[block, k + 1][lane])
          }
          let component = mixture.components[found]
          drawn = component.mean + steps[lane] * component.factor.times(drawn)
        } else {
          for k in 0..<dimension {
            let factor = if case .logistic = shapes[k] { width } else { 1.0 }
            drawn[k] = factor * shapes[k].quantile(cube[block, k + 1][lane])
          }
        }
        for k in 0..<dimension { points[block, k][lane] = drawn[k] }
      }
    }
    return points
  }
}
