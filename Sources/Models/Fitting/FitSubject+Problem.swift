import Galaxies
import Numerics

extension FitSubject {
  /// Lends the galaxy as a joint problem, with room for its curve elsewhere.
  package func withProblem<Result>(
    _ space: ResolvedSpace, _ card: ModelCard, _ body: (JointProblem, CurveRoom) -> Result
  ) -> Result {
    let points = curve.curve
    let count = points.count
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 10 * count) { room in
      func part(_ index: Int) -> UnsafeMutableBufferPointer<Double> {
        UnsafeMutableBufferPointer(rebasing: room[(index * count)..<((index + 1) * count)])
      }
      func copy(_ index: Int, _ value: (Int) -> Double) -> UnsafeBufferPointer<Double> {
        let column = part(index)
        for i in 0..<count { column[i] = value(i) }
        return UnsafeBufferPointer(column)
      }
      let problem = JointProblem(
        count: count, radius: copy(0) { points.radius[$0] },
        observed: copy(1) { points.observedSpeed[$0] }, weight: copy(2) { curve.weight[$0] },
        gas: copy(3) { points.gasSpeed[$0].magnitude * points.gasSpeed[$0] },
        disk: copy(4) { points.diskSpeed[$0].magnitude * points.diskSpeed[$0] },
        bulge: copy(5) { points.bulgeSpeed[$0].magnitude * points.bulgeSpeed[$0] },
        diskScaleLength: diskScaleLength, space, card)
      return body(
        problem,
        CurveRoom(radius: part(6), observed: part(7), weight: part(8), baryonSpeed: part(9)))
    }
  }
}

extension WeightedCurve {
  /// Lends the curve's buffers as a problem.
  func withProblem<Result>(
    baryonSpeed: UnsafeBufferPointer<Double>, diskScaleLength: Double,
    bounds: (lower: ParameterVector, upper: ParameterVector), _ body: (FitProblem) -> Result
  ) -> Result {
    curve.radius.withUnsafeBufferPointer { radius in
      curve.observedSpeed.withUnsafeBufferPointer { observed in
        weight.withUnsafeBufferPointer { weight in
          body(
            FitProblem(
              count: curve.count, radius: radius, observed: observed, weight: weight,
              baryonSpeed: baryonSpeed, diskScaleLength: diskScaleLength, lower: bounds.lower,
              upper: bounds.upper))
        }
      }
    }
  }
}
