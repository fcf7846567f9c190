package import Numerics

extension RotationLaw {
  package static func sum(
    over problem: JointProblem, at quantities: SIMD8<Double>
  ) -> LeastSquaresSum {
    let first = problem.lawCount
    let place = problem.place(quantities)
    let tilt =
      Elementary.cos(quantities[first + 4] * .radiansPerDegree) / problem.sine * .radiansPerDegree
    let parameters = ParameterVector(lanes: quantities)
    let diskScaleLength = place.length * problem.diskScaleLength
    var sum = LeastSquaresSum(size: first + GalaxyParameter.allCases.count)
    for i in 0..<problem.count {
      let mass =
        place.gas * problem.gas[i] + place.disk * problem.disk[i] + place.bulge * problem.bulge[i]
      let squared = max(0, place.length * mass)
      let baryons = squared.squareRoot()
      var derivatives = LawDerivatives()
      let speed = speed(
        at: LawPoint(
          radius: place.length * problem.radius[i], baryonSpeed: baryons,
          diskScaleLength: diskScaleLength),
        parameters, derivatives: &derivatives)
      // ∂V by V²_bary; none where the square is negative and counts as zero.
      let bySquare = squared > 0 ? derivatives.baryonSpeed / (2 * baryons) : 0
      var slopes = derivatives.parameters.lanes
      slopes[first] = bySquare * place.length * problem.disk[i]
      slopes[first + 1] = bySquare * place.length * problem.bulge[i]
      slopes[first + 2] = bySquare * place.length * problem.gas[i]
      slopes[first + 3] = (bySquare * squared + derivatives.length) / quantities[first + 3]
      slopes *= place.projection
      slopes[first + 4] = tilt * speed
      sum.add(
        residual: problem.observed[i] - place.projection * speed, slopes: slopes,
        weight: problem.weight[i])
    }
    for i in 0..<8 where !problem.priors[i].isUniform {
      let prior = problem.priors[i].residual(quantities[i])
      sum.add(residual: prior.value, slope: prior.slope, at: i)
    }
    return sum
  }
}
