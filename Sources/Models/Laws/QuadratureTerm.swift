import Numerics

/// Baryons and a speed that grows with radius, added in quadrature.
///
///     V = √(V²_bary + (ω R)²)
///
/// The law is even in ω: a fit searches the magnitudes that the bounds allow and reports ω ≥ 0.
package enum QuadratureTerm: RotationLaw {
  package static let card = ModelCard(
    name: "quadrature",
    method: "v1_quadrature",
    summary: "Baryons and a speed that grows with radius, added in quadrature.",
    formula: "V = sqrt(V_bary^2 + (omega R)^2)",
    source: "Methodology: baryonic omega analysis, quadrature model",
    parameters: [
      .init("omega", unit: "km / (kpc s)", in: -50...50, "speed per kpc, added in quadrature")
    ],
    example: [25],
    anchors: [
      .init([4], radius: 10, baryonSpeed: 30, speed: 50, because: "the 3-4-5 triangle"),
      .init([-4], radius: 10, baryonSpeed: 30, speed: 50, because: "the law is even in ω"),
    ],
    notes: [
      "even in omega: omega >= 0 is reported, and a fit that wants no term at all ends at the "
        + "lower bound 0"
    ])

  @inline(__always)
  package static func speed(
    at point: LawPoint, _ parameters: ParameterVector, derivatives: inout LawDerivatives
  ) -> Double {
    let added = parameters[0] * point.radius
    let speed = (point.baryonSpeed * point.baryonSpeed + added * added).squareRoot()
    derivatives.parameters[0] = speed > 0 ? added * point.radius / speed : point.radius
    derivatives.baryonSpeed = speed > 0 ? point.baryonSpeed / speed : 1
    derivatives.galaxy.length = speed > 0 ? added * added / speed : 0
    return speed
  }

  package static func effectiveBounds(_ bounds: LawBounds) -> LawBounds {
    let range = fold(bounds.lower[0]...bounds.upper[0])
    return LawBounds(
      lower: ParameterVector(CollectionOfOne(range.lowerBound)),
      upper: ParameterVector(CollectionOfOne(range.upperBound)))
  }

  /// The magnitudes of ω that the bounds allow.
  private static func fold(_ bounds: ClosedRange<Double>) -> ClosedRange<Double> {
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    if low >= 0 { return low...high }
    return high <= 0 ? -high...(-low) : 0...max(-low, high)
  }

  /// Finds the optimum, which is the only minimum.
  ///
  /// As a function of ω² each term of χ² is convex, because observed speeds are not negative and
  /// −√(b² + ω² R²) is convex; so is the sum, and its derivative has one change of sign.
  package static func optimum(
    of points: Span<ScaledPoint>, in galaxy: GalaxyFacts, within bounds: LawBounds
  ) -> ParameterVector? {
    let bounds = effectiveBounds(bounds)
    let (low, high) = (bounds.lower[0], bounds.upper[0])
    let atLow = slope(points, low)
    let atHigh = slope(points, high)
    guard low < high, atLow < 0 else { return ParameterVector(CollectionOfOne(low)) }
    guard atHigh > 0 else { return ParameterVector(CollectionOfOne(high)) }
    let bracket = BracketedRoot(of: { slope(points, $0) }, in: low...high)
    return ParameterVector(CollectionOfOne(bracket?.root ?? low))
  }

  /// The derivative of χ² by ω², kpc²; negative where more of the term is wanted.
  private static func slope(_ points: Span<ScaledPoint>, _ omega: Double) -> Double {
    var sum = 0.0
    for i in points.indices {
      let point = points[i]
      let added = omega * point.radius
      let baryons = point.baryonSpeed
      let speed = (baryons * baryons + added * added).squareRoot()
      let missing = point.observed - speed
      // Where nothing is there yet, any addition helps: a slope as steep as a double can hold.
      let ratio = speed > 0 ? missing / speed : (missing > 0 ? 1e100 : 0)
      sum -= point.weight * point.radius * point.radius * ratio
    }
    return sum
  }
}
