package import Numerics

/// Baryons and a speed that grows with radius, added in quadrature.
///
///     V² = V²_bary + (ω R)²
///
/// The square of the baryons is signed; where the total is negative there is no speed. The law is
/// even in ω: a fit searches the magnitudes that the bounds allow and reports ω ≥ 0.
package enum QuadratureTerm: QuadratureLaw {
  package static let card = ModelCard(
    name: "quadrature",
    method: "v2_quadrature",
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
    cost: 3,
    notes: [
      "even in omega: omega >= 0 is reported, and a fit that wants no term at all ends at the "
        + "lower bound 0",
      noteOnTotal,
    ])

  package static var hasBend: Bool { true }

  @inline(__always)
  package static func speed<Value: LaneValue>(
    at point: LawPoint<Value>, _ parameters: ParameterValues<Value>,
    derivatives: inout LawDerivatives<Value>
  ) -> Value {
    let added = parameters[0] * point.radius
    let total = point.baryonSquare + added * added
    let speed = speed(ofTotal: total, &derivatives)
    let isMoving = speed .> 0
    let still = point.radius.replacing(with: 0, where: total .< 0)
    derivatives.parameters[0] = still.replacing(
      with: added * point.radius / speed, where: isMoving)
    let bend = point.radius * point.radius / speed * (point.baryonSquare / total)
    derivatives.bend.first = Value(0).replacing(with: bend, where: isMoving)
    derivatives.galaxy.length = Value(0).replacing(with: added * added / speed, where: isMoving)
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

  /// Finds the optimum, the best of the minima of all pieces.
  ///
  /// As a function of ω² a term of χ² does not change up to where its total passes zero; beyond it
  /// is convex, because observed speeds are not negative and −√(b + ω² R²) is convex. So is the sum
  /// between two such places, and its derivative has one change of sign there at most.
  package static func optimum(
    of points: Span<ScaledPoint<Double>>, in galaxy: GalaxyFacts<Double>, within bounds: LawBounds
  ) -> ParameterVector? {
    let bounds = effectiveBounds(bounds)
    let (low, high) = (bounds.lower[0], bounds.upper[0])
    guard low < high else { return ParameterVector(CollectionOfOne(low)) }
    let kinks = kinks(of: points).filter { low < $0 && $0 < high }.sorted()
    var best = minimum(points, in: low...(kinks.first ?? high))
    for (start, end) in zip(kinks, kinks.dropFirst() + [high]) {
      let other = minimum(points, in: start...end)
      if chiSquared(points, other) < chiSquared(points, best) { best = other }
    }
    return ParameterVector(CollectionOfOne(best))
  }

  /// The ω at which the total of some point passes zero.
  private static func kinks(of points: Span<ScaledPoint<Double>>) -> [Double] {
    var kinks: [Double] = []
    for i in points.indices where points[i].baryonSquare < 0 {
      kinks.append((-points[i].baryonSquare).squareRoot() / points[i].radius)
    }
    return kinks
  }

  /// The minimum of a piece within which χ² is convex in ω².
  private static func minimum(
    _ points: Span<ScaledPoint<Double>>, in piece: ClosedRange<Double>
  ) -> Double {
    let middle = 0.5 * (piece.lowerBound + piece.upperBound)
    func slope(_ omega: Double) -> Double { self.slope(points, omega, inPieceAbout: middle) }
    guard slope(piece.lowerBound) < 0 else { return piece.lowerBound }
    guard slope(piece.upperBound) > 0 else { return piece.upperBound }
    return BracketedRoot(of: slope, in: piece)?.root ?? piece.lowerBound
  }

  private static func chiSquared(_ points: Span<ScaledPoint<Double>>, _ omega: Double) -> Double {
    var sum = 0.0
    for i in points.indices {
      let point = points[i]
      let added = omega * point.radius
      let missing = point.observed - max(0, point.baryonSquare + added * added).squareRoot()
      sum += point.weight * missing * missing
    }
    return sum
  }

  /// The derivative of χ² by ω², kpc²; negative where more of the term is wanted.
  ///
  /// - Parameters:
  ///   - points: The curve.
  ///   - omega: Where; in the piece, ends included.
  ///   - middle: A place inside the piece, which tells the points that have a speed in it.
  /// - Returns: The derivative of their part of χ².
  private static func slope(
    _ points: Span<ScaledPoint<Double>>, _ omega: Double, inPieceAbout middle: Double
  ) -> Double {
    var sum = 0.0
    for i in points.indices {
      let point = points[i]
      let (added, inside) = (omega * point.radius, middle * point.radius)
      guard point.baryonSquare + inside * inside > 0 else { continue }
      let speed = max(0, point.baryonSquare + added * added).squareRoot()
      let missing = point.observed - speed
      // Where nothing is there yet, any addition helps: a slope as steep as a double can hold.
      let ratio = speed > 0 ? missing / speed : (missing > 0 ? 1e100 : 0)
      sum -= point.weight * point.radius * point.radius * ratio
    }
    return sum
  }
}
