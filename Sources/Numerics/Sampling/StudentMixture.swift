/// A mixture of Student t distributions with four degrees of freedom in up to eight coordinates.
///
///     p(y) = Σ_k α_k Γ(2 + d/2) / (Γ(2) (4π)^(d/2) |L_k|) (1 + |L_k⁻¹ (y − μ_k)|² / 4)^(−2 − d/2)
///
/// Their tails fall slowly, as a proposal's should. For four degrees of freedom a density is a
/// power that needs no logarithm, and χ²₄ = −2 ln (u₁ u₂) for uniform u₁, u₂.
package struct StudentMixture: Sendable {
  package static let degreesOfFreedom = 4.0

  package struct Component: Sendable {
    package var weight: Double
    package var mean: Lanes
    package var factor: LowerTriangle

    package init(weight: Double, mean: Lanes, factor: LowerTriangle) {
      (self.weight, self.mean, self.factor) = (weight, mean, factor)
    }
  }

  package let dimension: Int
  package let components: [Component]
  /// The numbers of the densities one behind the other, component by component: the constant, the
  /// means, and the rows of the triangle with the inverse of each diagonal element.
  private let numbers: [Double]

  /// - Parameter components: The components, at least one; their weights are scaled to a sum of
  ///   one.
  package init(_ components: [Component], dimension: Int) {
    let whole = components.reduce(0) { $0 + $1.weight }
    self.dimension = dimension
    self.components = components.map { component in
      var component = component
      component.weight /= whole
      return component
    }
    let d = Double(dimension)
    let logOfFourPi = 2.531_024_246_969_290_9
    let constant = GammaFunction.logarithm(2 + 0.5 * d) - 0.5 * d * logOfFourPi
    numbers = self.components.flatMap { component -> [Double] in
      let factor = component.factor
      let height = Elementary.exp(constant - factor.logDeterminant)
      var numbers = [component.weight * height]
      for i in 0..<dimension { numbers.append(component.mean[i]) }
      for i in 0..<dimension {
        for j in 0..<i { numbers.append(factor.rows[i][j]) }
        numbers.append(1 / factor.rows[i][i])
      }
      return numbers
    }
  }

  /// How many numbers a component has.
  private var stride: Int { 1 + dimension + dimension * (dimension + 1) / 2 }

  /// The density of one component times its weight, at eight places.
  ///
  /// - Parameters:
  ///   - component: Which.
  ///   - points: The places.
  ///   - block: Which eight of them.
  ///   - deviations: Receives y − μ by coordinate.
  /// - Returns: The density, and |L⁻¹ (y − μ)|².
  @inline(__always)
  func density(
    _ component: Int, _ points: LanePoints, _ block: Int,
    _ deviations: inout [8 of Lanes]
  ) -> (value: Lanes, square: Lanes) {
    let first = component * stride
    var (square, next) = (Lanes.zero, first + 1 + dimension)
    var whitened = [8 of Lanes](repeating: .zero)
    for i in 0..<dimension {
      deviations[i] = points[block, i] - numbers[first + 1 + i]
      var sum = deviations[i]
      for j in 0..<i { sum -= numbers[next + j] * whitened[j] }
      whitened[i] = sum * numbers[next + i]
      square += whitened[i] * whitened[i]
      next += i + 1
    }
    let base = 1 + 0.25 * square
    var power = base * base
    for _ in 0..<(dimension / 2) { power *= base }
    if dimension % 2 == 1 { power *= base.squareRoot() }
    return (numbers[first] / power, square)
  }

  /// The density at many places.
  ///
  /// - Parameter points: The places.
  /// - Returns: The densities, zero where they are below the smallest numbers; shape
  ///   `[points.blocks]`.
  package func densities(at points: LanePoints) -> [Lanes] {
    var deviations = [8 of Lanes](repeating: .zero)
    return (0..<points.blocks).map { block in
      var sum = Lanes.zero
      for component in components.indices {
        sum += density(component, points, block, &deviations).value
      }
      return sum
    }
  }
}
