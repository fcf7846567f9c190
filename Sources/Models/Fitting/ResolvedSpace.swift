import Galaxies
import Numerics

/// The space of a fit worked out for one galaxy and checked: what is free, and where the rest is
/// fixed.
package struct ResolvedSpace {
  /// The bounds that results lie within; where they are the same the quantity is fixed.
  ///
  /// A distance or inclination that the catalogue does not have is fixed at the stand-in that it is
  /// measured by.
  private(set) var lower: SIMD8<Double>
  private(set) var upper: SIMD8<Double>
  /// The priors; uniform for a quantity that is fixed.
  private(set) var priors: [8 of Prior]
  private(set) var free = ParameterSet()
  /// The ratios of components that the galaxy does not have: neither free nor fixed.
  private(set) var absent = ParameterSet()
  /// Whether the galaxy is that of the catalogue and no prior bears on what is free.
  private(set) var isPlain = true
  /// Distance, Mpc, and inclination, degrees, that the galaxy's curve is for.
  let distance: Double
  let inclination: Double

  /// Works out a space.
  ///
  /// - Parameters:
  ///   - law: The law to be fitted.
  ///   - card: Its card.
  ///   - subject: The galaxy.
  ///   - space: The bounds and priors of every quantity.
  /// - Throws: The reason why there can be no fit.
  package init(
    _ law: any RotationLaw.Type, _ card: ModelCard, _ subject: FitSubject, _ space: FitSpace
  ) throws(FitRefusal) {
    (lower, upper, priors) = (space.lower.lanes, space.upper.lanes, space.priors)
    distance = subject.distance > 0 ? subject.distance : 1
    inclination = subject.inclination > 0 ? subject.inclination : 90
    let count = card.parameters.count
    for i in 0..<count {
      try checkBounds(i)
      let isSensible = card.parameters[i].domain == .real || (lower[i] >= 0 && upper[i] > 0)
      guard isSensible else { throw .boundOutsideDomain }
      try applyPrior(i)
    }
    try admitRatio(.upsilonDisk, at: count, subject.hasDisk)
    try admitRatio(.upsilonBulge, at: count + 1, subject.hasBulge)
    try admitRatio(.upsilonGas, at: count + 2, subject.hasGas)
    try admit(.distance, at: count + 3, distance, subject.distance > 0, .missingDistance)
    try admit(
      .inclination, at: count + 4, inclination, subject.inclination > 0, .missingInclination)
    if !card.needs.isEmpty, !(subject.diskScaleLength > 0) { throw .missingScaleLength }
    guard subject.curve.curve.count > free.count else { throw .tooFewPoints }
    let (low, high) = law.effectiveBounds(
      (ParameterVector(lanes: lower), ParameterVector(lanes: upper)))
    for i in 0..<count { (lower[i], upper[i]) = (low[i], high[i]) }
  }

  /// The ratios among some quantities.
  ///
  /// - Parameters:
  ///   - point: The quantities.
  ///   - count: How many parameters of the law come first.
  /// - Returns: The ratios of the three components.
  func ratios(at point: SIMD8<Double>, after count: Int) -> MassToLight {
    MassToLight(disk: point[count], bulge: point[count + 1], gas: point[count + 2])
  }

  private func checkBounds(_ i: Int) throws(FitRefusal) {
    guard lower[i].isFinite, upper[i].isFinite else { throw .boundWithoutValue }
    guard lower[i] <= upper[i] else { throw .reversedBounds }
  }

  /// Notes whether a quantity is free, by its bounds and its prior.
  private mutating func applyPrior(_ i: Int) throws(FitRefusal) {
    let prior = priors[i]
    if !prior.isUniform {
      guard prior.isSound else { throw .priorWithoutValue }
      if let value = prior.fixedValue {
        guard lower[i] <= value, value <= upper[i] else { throw .priorOutsideBounds }
        (lower[i], upper[i], priors[i]) = (value, value, .uniform)
      } else {
        if case .lognormal = prior, upper[i] <= 0 { throw .priorOutsideBounds }
        if lower[i] < upper[i] { isPlain = false } else { priors[i] = .uniform }
      }
    }
    if lower[i] < upper[i] { free.insert(i) }
  }

  /// Admits the ratio of a component, which may be any number where it is fixed.
  private mutating func admitRatio(
    _ parameter: GalaxyParameter, at i: Int, _ isPresent: Bool
  ) throws(FitRefusal) {
    try checkBounds(i)
    if lower[i] < upper[i], !parameter.domain.contains(lower[i], upper[i]) {
      throw .galaxyBoundOutsideDomain
    }
    try applyPrior(i)
    guard free.contains(i) else { return }
    isPlain = false
    guard !isPresent else { return }
    free.remove(i)
    absent.insert(i)
    (lower[i], upper[i], priors[i]) = (0, 0, .uniform)
  }

  /// Admits a quantity that the catalogue may have.
  ///
  /// - Parameters:
  ///   - parameter: Which.
  ///   - i: Its position.
  ///   - known: The catalogue's value, or the stand-in for it.
  ///   - isKnown: Whether the catalogue has it.
  ///   - refusal: What to say where it is needed and missing.
  /// - Throws: The reason why there can be no fit.
  private mutating func admit(
    _ parameter: GalaxyParameter, at i: Int, _ known: Double, _ isKnown: Bool,
    _ refusal: FitRefusal
  ) throws(FitRefusal) {
    if lower[i].isNaN, upper[i].isNaN {
      // What is not known has no prior either.
      if !isKnown { priors[i] = .uniform }
      (lower[i], upper[i]) = (known, known)
    }
    try checkBounds(i)
    try applyPrior(i)
    guard free.contains(i) || lower[i] != known else { return }
    guard parameter.domain.contains(lower[i], upper[i]) else { throw .galaxyBoundOutsideDomain }
    guard isKnown else { throw refusal }
    isPlain = false
  }
}

extension ClosedRange<Double> {
  fileprivate func contains(_ low: Double, _ high: Double) -> Bool {
    contains(low) && contains(high)
  }
}
