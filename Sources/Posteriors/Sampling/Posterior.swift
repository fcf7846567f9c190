package import Models
import Numerics

/// What is known of the quantities of a law and a galaxy after the data were looked at: draws,
/// what they tell of each quantity, and the evidence.
///
/// It depends on the arguments alone, to the last bit.
package struct Posterior: Sendable {
  package let density: CurveDensity
  package let evidence: Evidence
  /// What is known of each free quantity, in the order of ``CurveDensity/lanes``.
  package let quantities: [QuantityPosterior]
  /// The correlations of the free quantities; shape `[lanes][lanes]`.
  package let correlations: [[Double]]
  /// All draws with their weights.
  package let weighted: WeightedDraws
  /// Draws of equal weight.
  package let draws: [Quantities]
  /// The positions of these in the weighted ones.
  package let positions: [Int]
  /// A thousand draws of equal weight or more.
  let manyDraws: [Quantities]

  /// Samples a posterior.
  ///
  /// - Parameters:
  ///   - law: The law.
  ///   - subject: The galaxy.
  ///   - space: The bounds and priors of every quantity; at most eight may be free.
  ///   - request: How it is wanted.
  /// - Throws: The reason why there is none.
  package init(
    of law: any RotationLaw.Type, _ subject: FitSubject, in space: FitSpace,
    _ request: PosteriorRequest
  ) throws(PosteriorRefusal) {
    let density: CurveDensity
    do {
      density = try CurveDensity(law, of: subject, in: space)
    } catch {
      throw .space(error)
    }
    guard density.lanes.count > 0 else { throw .nothingFree }
    let key = SamplingKey(seed: request.seed, unit: request.unit.utf8)
    let run = try SamplingRun(of: density, request, key)
    (self.density, evidence, weighted) = (density, run.evidence, run.draws)
    let values = density.values(of: run.draws.points)
    quantities = density.lanes.indices.map { lane in
      QuantityPosterior(
        values[lane], run.draws, coordinate: lane, of: density)
    }
    correlations = Self.correlations(values, run.draws.weights)
    positions = SystematicResampling.positions(
      request.draws, of: run.draws.weights, offset: key.key(-1).uniform(0))
    func draws(_ positions: [Int]) -> [Quantities] {
      positions.map { density.quantities(at: run.draws.points[$0]) }
    }
    self.draws = draws(positions)
    manyDraws =
      request.draws >= Self.many
      ? self.draws
      : draws(
        SystematicResampling.positions(
          Self.many, of: run.draws.weights, offset: key.key(-1).uniform(1)))
  }

  /// How many draws tell of speeds at the points.
  private static let many = 1000

  /// What is known of a number that follows from the quantities.
  ///
  /// - Parameter expression: The number for some quantities; NaN where it has no value.
  /// - Returns: NaN throughout where it has no value for some of the draws.
  package func derived(_ expression: (Quantities) -> Double) -> QuantityPosterior {
    let values = (0..<weighted.points.count).map { place in
      weighted.weights[place] > 0
        ? expression(density.quantities(at: weighted.points[place])) : 0
    }
    return QuantityPosterior(values, weighted)
  }

  /// Numbers that follow from the quantities, for every draw that has weight; zero for any other.
  ///
  /// - Returns: The numbers; shape `[formulas][weighted.points.count]`.
  func values(of formulas: [QuantityFormula]) -> [[Double]] {
    guard !formulas.isEmpty else { return [] }
    var values = [[Double]](
      repeating: [Double](repeating: 0, count: weighted.points.count), count: formulas.count)
    for place in 0..<weighted.points.count where weighted.weights[place] > 0 {
      let quantities = density.quantities(at: weighted.points[place])
      for (number, formula) in formulas.enumerated() {
        values[number][place] = formula.value(at: quantities)
      }
    }
    return values
  }

  /// One of the weighted draws.
  func draw(_ place: Int) -> PosteriorDraw {
    let quantities = density.quantities(at: weighted.points[place])
    let logs = density.law.logLikelihoods(
      of: density.subject, at: [QuantityLanes(repeating: quantities)])
    return PosteriorDraw(
      quantities: quantities, weight: weighted.weights[place], logLikelihood: logs[0][0])
  }

  /// The correlations of columns over draws with weights; NaN with one that does not vary.
  static func correlations(_ values: [[Double]], _ weights: [Double]) -> [[Double]] {
    let means = values.map { column in
      Statistics.sum(zip(column, weights).map { $0 * $1 })
    }
    func covariance(_ i: Int, _ j: Int) -> Double {
      var sum = CompensatedSum()
      for (place, weight) in weights.enumerated() {
        sum.add(weight * ((values[i][place] - means[i]) * (values[j][place] - means[j])))
      }
      return sum.value
    }
    let variances = values.indices.map { covariance($0, $0) }
    return values.indices.map { i in
      values.indices.map { j in
        i == j ? 1 : covariance(i, j) / (variances[i] * variances[j]).squareRoot()
      }
    }
  }
}
