import Galaxies
import Numerics

extension CurveFit {
  /// A fit whose quantities are known, and nothing else yet.
  init(at point: SIMD8<Double>, _ subject: FitSubject, clampedPoints: Int) {
    self.init(
      parameters: ParameterVector(lanes: point), errors: ParameterVector(repeating: .nan),
      status: .interior, bounds: 0, chiSquared: 0, priorTerm: 0, degreesOfFreedom: 0, rmse: 0,
      outerRMSE: .nan, bic: 0, aic: 0, points: subject.curve.curve.count,
      observedBelowBaryons: false, clampedPoints: clampedPoints,
      replacedErrors: subject.curve.replacedErrors)
  }

  /// Works out bounds, errors, criteria and status from χ² and its curvature.
  ///
  /// - Parameters:
  ///   - space: What was free and where.
  ///   - curvature: Half the second derivatives of χ² with its priors.
  mutating func judge(_ space: ResolvedSpace, _ curvature: CurvatureMatrix) {
    let freeCount = space.free.count
    degreesOfFreedom = points - freeCount
    bic = chiSquared + Double(freeCount) * Elementary.log(Double(points))
    aic = chiSquared + 2 * Double(freeCount)
    var free = space.free
    var isBounded = true
    for i in 0..<ParameterVector.capacity where space.free.contains(i) {
      if parameters[i] == space.lower[i] { bounds |= 1 << (2 * i) }
      if parameters[i] == space.upper[i] { bounds |= 1 << (2 * i + 1) }
      if parameters[i].isNaN { isBounded = false }
      if bounds >> (2 * i) & 3 != 0 || parameters[i].isNaN { free.remove(i) }
    }
    let variances = curvature.inverseDiagonal(of: free)
    for i in 0..<ParameterVector.capacity where free.contains(i) {
      errors[i] = variances[i].squareRoot()
      if !(errors[i] <= space.upper[i] - space.lower[i]) { isBounded = false }
    }
    if bounds != 0 {
      status = .atBound
    } else if !isBounded {
      status = .unconstrained
    }
  }

  /// Takes away what the galaxy does not have: ratios of missing components, unknown distance and
  /// inclination.
  mutating func hide(_ space: ResolvedSpace, _ subject: FitSubject, after count: Int) {
    for i in 0..<ParameterVector.capacity where space.absent.contains(i) { parameters[i] = .nan }
    if !(subject.distance > 0) { parameters[count + 3] = subject.distance }
    if !(subject.inclination > 0) { parameters[count + 4] = subject.inclination }
  }
}
