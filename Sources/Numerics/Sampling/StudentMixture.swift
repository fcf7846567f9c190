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

  /// - Parameters:
  ///   - components: The components, at least one; their weights are scaled to a sum of one.
  ///   - dimension: How many coordinates there are.
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
  ///   - numbers: Those of the mixture.
  ///   - lanes: The coordinates of many places.
  ///   - first: Where those of the eight begin.
  ///   - whitened: Room for L⁻¹ (y − μ).
  /// - Returns: The density, and |L⁻¹ (y − μ)|².
  @inline(__always)
  private func density(
    _ component: Int, _ numbers: Span<Double>, _ lanes: Span<Lanes>, from first: Int,
    _ whitened: inout [8 of Lanes]
  ) -> (value: Lanes, square: Lanes) {
    let start = component * stride
    var (square, next) = (Lanes.zero, start + 1 + dimension)
    for i in 0..<dimension {
      var sum = lanes[first + i] - numbers[start + 1 + i]
      for j in 0..<i { sum -= numbers[next + j] * whitened[j] }
      whitened[i] = sum * numbers[next + i]
      square += whitened[i] * whitened[i]
      next += i + 1
    }
    let base = 1 + 0.25 * square
    var power = base * base
    for _ in 0..<(dimension / 2) { power *= base }
    if dimension % 2 == 1 { power *= base.squareRoot() }
    return (numbers[start] / power, square)
  }

  /// The density at many places.
  ///
  /// - Parameter points: The places.
  /// - Returns: The densities, zero where they are below the smallest numbers; shape
  ///   `[points.blocks]`.
  package func densities(at points: LanePoints) -> [Lanes] {
    var densities = [Lanes](repeating: .zero, count: points.blocks)
    let (numbers, lanes, count) = (numbers.span, points.lanes.span, components.count)
    var whitened = [8 of Lanes](repeating: .zero)
    for block in 0..<points.blocks {
      var sum = Lanes.zero
      for component in 0..<count {
        sum += density(component, numbers, lanes, from: block * dimension, &whitened).value
      }
      densities[block] = sum
    }
    return densities
  }

  /// What places tell about the components, as one step of a fit needs it.
  ///
  /// - Parameters:
  ///   - points: The places.
  ///   - weights: Their weights; shape `[points.blocks]`.
  /// - Returns: By component the sum of the shares that it has in the places, the sum of the shares
  ///   times (ν + d) / (ν + |L⁻¹ (y − μ)|²), and by row the sums of the latter times y − μ and its
  ///   products with itself up to the row; and the logarithm of the density of all places.
  func moments(of points: LanePoints, weights: [Lanes]) -> (sums: [[Double]], logDensity: Double) {
    let width = 2 + dimension + dimension * (dimension + 1) / 2
    let (numbers, lanes, count) = (numbers.span, points.lanes.span, components.count)
    var sums = [Lanes](repeating: .zero, count: count * width)
    var parts = [(value: Lanes, square: Lanes)](repeating: (.zero, .zero), count: count)
    var room = [8 of Lanes](repeating: .zero)
    var logDensity = Lanes.zero
    let most = Self.degreesOfFreedom + Double(dimension)
    for block in 0..<points.blocks {
      var whole = Lanes(1e-300)
      for k in 0..<count {
        parts[k] = density(k, numbers, lanes, from: block * dimension, &room)
        whole += parts[k].value
      }
      logDensity += weights[block] * Elementary.log(whole)
      let share = weights[block] / whole
      for k in 0..<count {
        let part = share * parts[k].value
        guard (part .> 1e-8).isAnywhere else { continue }
        let scaled = part * most / (Self.degreesOfFreedom + parts[k].square)
        var next = k * width
        sums[next] += part
        sums[next + 1] += scaled
        next += 2
        for i in 0..<dimension {
          room[i] = lanes[block * dimension + i] - numbers[k * stride + 1 + i]
          let moment = scaled * room[i]
          sums[next] += moment
          for j in 0...i { sums[next + 1 + j] += moment * room[j] }
          next += 2 + i
        }
      }
    }
    let totals = (0..<count).map { k in sums[(k * width)..<((k + 1) * width)].map(\.total) }
    return (totals, logDensity.total)
  }
}
