import Numerics

extension RotationLaw {
  /// −2 ln of the evidence of a law and a galaxy, by Laplace's method.
  ///
  ///     −2 ln Z ≈ F + Σ ln 2πσ² + 2 Σ ln I + ln det H − k ln 2π
  ///
  /// with F the χ² and −2 ln of the priors, σ the errors of the speeds as measured, I the integral
  /// of each prior within its bounds, and H half the second derivatives of F by the coordinates in
  /// which the densities of the priors are taken. Edge-on only half of the peak lies within the
  /// bounds, as the speed is even about 90°.
  ///
  /// - Parameters:
  ///   - problem: The galaxy and the space.
  ///   - place: Where F is smallest, on no bound but 90°.
  /// - Returns: NaN where F does not rise to all sides.
  /// - SeeAlso: Kass & Raftery 1995, J. Am. Stat. Assoc. 90, 773, section 4.1.
  package static func laplace(of problem: JointProblem, at place: Quantities) -> Double {
    let lanes = problem.lanes
    let sum = sum(over: problem, at: place)
    var curvature = secondDerivatives(of: problem, at: place, near: sum)
    var first = SIMD8<Double>(repeating: 1)
    var (integrals, half) = (0.0, 0.0)
    for lane in lanes.indices {
      let (prior, quantity) = (problem.priors[lane], lanes[lane])
      let general = problem.relations.prior(of: lane)
      let slopes =
        general?.slopes(at: place[quantity]) ?? prior.slopes(at: place[quantity])
      first[lane] = slopes.first
      // Half the slope of F is zero at the optimum but for the digits of the search.
      curvature.add(-slopes.second * sum.descent[lane] / (slopes.first * slopes.first), at: lane)
      integrals +=
        general?.logIntegral
        ?? prior.logIntegral(from: problem.box.lower[lane], through: problem.box.upper[lane])
      if quantity == .galaxy(.inclination), place[quantity] == 90 { half = 2 * Elementary.log(2) }
    }
    curvature.scale(by: first)
    let determinant = curvature.logDeterminant(of: ParameterSet(lanes.indices))
    guard let determinant else { return .nan }
    let logOfTwoPi = 1.837_877_066_409_345_5
    let dimensions = Double(problem.subject.points.count - lanes.count)
    let evidence =
      sum.value + problem.subject.logErrors + dimensions * logOfTwoPi + 2 * integrals + determinant
      + half
    return evidence.isFinite ? evidence : .nan
  }
}
