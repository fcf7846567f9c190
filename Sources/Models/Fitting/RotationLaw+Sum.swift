package import Numerics

extension RotationLaw {
  /// χ² and −2 ln of the priors with their slopes, where law and galaxy may vary together.
  ///
  /// - Parameters:
  ///   - problem: The galaxy and the space.
  ///   - quantities: Where.
  /// - Returns: The sum, with its vectors by lane.
  package static func sum(
    over problem: JointProblem, at quantities: Quantities
  ) -> LeastSquaresSum {
    let lanes = problem.lanes
    let related = problem.relations.isEmpty ? nil : problem.relations.related(quantities)
    let quantities = related?.values ?? quantities
    let curve = ScaledCurve(problem.subject, at: quantities.galaxy)
    let tilt =
      Elementary.cos(quantities.galaxy.inclination * .radiansPerDegree) / problem.subject.sine
      * .radiansPerDegree
    var sum = LeastSquaresSum(size: lanes.count)
    for i in 0..<curve.count {
      let (published, point) = (curve.points[i], curve[i])
      var derivatives = LawDerivatives<Double>()
      let speed = speed(
        at: LawPoint(point, of: curve.galaxy), quantities.law, derivatives: &derivatives)
      let galaxy = derivatives.galaxy
      // ∂V by V²_bary; V_bary has none where the square is negative and counts as zero.
      let bySquare =
        (point.baryonSquare > 0 ? derivatives.baryonSpeed / (2 * point.baryonSpeed) : 0)
        + derivatives.baryonSquare
      let byArea =
        galaxy.light + galaxy.stellarMass * curve.stellarMass + galaxy.gasMass * curve.gasMass
      var slopes = Quantities(repeating: 0)
      slopes.law.lanes = derivatives.parameters.lanes * curve.projection
      slopes.galaxy.upsilonDisk =
        (bySquare * curve.length * published.disk + galaxy.stellarMass * curve.content.diskLight)
        * curve.projection
      slopes.galaxy.upsilonBulge =
        (bySquare * curve.length * published.bulge + galaxy.stellarMass * curve.content.bulgeLight)
        * curve.projection
      slopes.galaxy.upsilonGas =
        (bySquare * curve.length * published.gas + galaxy.gasMass * curve.content.gasMass)
        * curve.projection
      slopes.galaxy.distance =
        (bySquare * point.baryonSquare + galaxy.length + 2 * byArea) / quantities.galaxy.distance
        * curve.projection
      slopes.galaxy.inclination = tilt * (speed - galaxy.speed)
      var own = lanes.lanes(of: slopes)
      if let related { own += related.chained(slopes) }
      sum.add(
        residual: published.observed - curve.projection * speed, slopes: own,
        weight: published.weight)
    }
    for lane in lanes.indices where !problem.priors[lane].isFlat {
      let prior = problem.priors[lane].residual(quantities[lanes[lane]])
      sum.add(residual: prior.value, slope: prior.slope, at: lane)
    }
    if let related { for prior in problem.relations.priors { prior.add(to: &sum, at: related) } }
    return sum
  }
}
