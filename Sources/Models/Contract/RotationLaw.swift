package import Numerics

/// A law of circular speed: what a model adds to the baryons.
///
/// A law is an enum without cases in a file of its own in `Laws`, and a line in ``ModelCatalogue``.
/// It has a card and a speed; bounds that fold, a direct way to the optimum and a kind with a loop
/// of its own (``SeparableLaw``, ``HaloLaw``) are offers. What follows holds for every law, and the
/// tests of the catalogue hold each new one to it:
///
/// - The first parameter is the amplitude: where it is zero the speed is that of the baryons,
///   whatever the others are. (Of a relation that has none it is the scale, which does the same.)
/// - At R = 0 the speed is that of the baryons, and it starts from there without a step.
/// - Speeds and slopes are finite for every radius and baryonic speed from zero on, without baryons
///   too, and for every parameter within the bounds of the card.
/// - The card's anchors are met to two units of the last digit.
/// - Every slope agrees with differences of the speed: by the parameters, by V_bary and its signed
///   square, and by what is known of the galaxy (``GalaxySlopes``).
/// - A curve made by parameters near the card's example is fitted with those parameters again, and
///   the covariance gives their errors.
package protocol RotationLaw: SendableMetatype {
  static var card: ModelCard { get }

  /// Whether the law adds to the signed square of the baryons and has no speed where the total is
  /// negative; any other looks at the speed of the baryons, which has none where they pull outward.
  static var clampsTotal: Bool { get }

  /// Whether what the law adds to the baryons is a speed; any other adds to their square.
  static var addsSpeeds: Bool { get }

  /// Whether the derivatives of a speed hold the second ones by the parameters, of which there are
  /// then two at most. Without them differences serve where they are needed.
  static var hasBend: Bool { get }

  /// The speed at one point and its derivatives, or at eight points side by side.
  ///
  /// - Parameters:
  ///   - point: Where, what the baryons do there, and what is known of the galaxy.
  ///   - parameters: One value a parameter of the card, in its order.
  ///   - derivatives: Receives the slopes by the parameters, the baryonic speed and the galaxy.
  ///     They come as those of a speed of baryons alone: one by V_bary, zero by all else.
  /// - Returns: Circular speed, km/s.
  static func speed<Value: LaneValue>(
    at point: LawPoint<Value>, _ parameters: ParameterValues<Value>,
    derivatives: inout LawDerivatives<Value>
  ) -> Value

  /// The parameters within the bounds with the smallest χ² of all, for a law that has a direct way
  /// to them.
  ///
  /// - Parameters:
  ///   - points: The curve; shape `[n]`.
  ///   - galaxy: What is known of the galaxy.
  ///   - bounds: Where the parameters may lie.
  /// - Returns: The parameters, NaN for one on which nothing depends; nil for a law whose optimum
  ///   has to be searched for.
  static func optimum(
    of points: Span<ScaledPoint<Double>>, in galaxy: GalaxyFacts<Double>, within bounds: LawBounds
  ) -> ParameterVector?

  /// The same for up to eight cells of a galaxy side by side, for a law that has a direct way for
  /// what is free.
  ///
  /// What does not depend on the cell, such as shapes over a grid of scales, is worked out here.
  ///
  /// - Parameter galaxy: The galaxy, and what is free.
  /// - Returns: Finds the optima of a block; nil where the law has no such way.
  static func kernel(for galaxy: CellGalaxy) -> BlockKernel?

  /// The bounds within which the reported parameters lie; the bounds given, unless the law has a
  /// symmetry and reports one of two equal optima.
  static func effectiveBounds(_ bounds: LawBounds) -> LawBounds

  /// Fits the law to one galaxy.
  ///
  /// The result depends on the arguments alone. It is the place within the bounds where χ² plus −2
  /// ln of the priors is smallest: the maximum a posteriori. Where the galaxy is that of the
  /// catalogue, no prior bears on what is free, and the law has a direct way to its optimum, that
  /// is the global one; everything else is searched from many starts, the same every time, and a
  /// best value that only one start has found is said to be doubtful.
  ///
  /// Errors come from the covariance with absolute sigmas and the priors' own curvature; a fit with
  /// a quantity on a bound, or on a kink, has none. A quantity without effect has no value, and the
  /// ratio of a component that the galaxy does not have is NaN and does not count as free.
  ///
  /// A requirement so that the loops of a fit are compiled for each law, with its speed inside
  /// them; no law has its own.
  ///
  /// - Parameters:
  ///   - subject: The galaxy.
  ///   - space: The bounds and priors of the law's parameters and the galaxy's. At most eight
  ///     quantities may be free together.
  ///   - extras: What is wanted beside the optimum.
  /// - Returns: The fit, or the reason there is none.
  static func fit(
    _ subject: FitSubject, in space: FitSpace, with extras: FitExtras
  ) -> Result<CurveFit, FitRefusal>

  /// Fits the law to one galaxy as above, by ``SearchMethod/lanes``: a law with a direct way to the
  /// optima of a galaxy that is free goes it.
  ///
  /// A requirement for the same reason.
  static func laneFit(
    _ subject: FitSubject, in space: FitSpace, with extras: FitExtras
  ) -> Result<CurveFit, FitRefusal>

  /// The places that a search by ``SearchMethod/lanes`` knows where χ² plus −2 ln of the priors is
  /// smaller than around them.
  ///
  /// - Parameters:
  ///   - subject: The galaxy.
  ///   - space: The bounds and priors of the law's parameters and the galaxy's; bounds count as
  ///     something said beforehand, so that points may be few.
  /// - Returns: The places, the best one first; or the reason why there can be no fit.
  static func optima(
    _ subject: FitSubject, in space: FitSpace
  ) -> Result<[FitOptimum], FitRefusal>

  /// Fits the law to one galaxy in the cells of a grid.
  ///
  /// By ``SearchMethod/starts`` each cell has the fit above. By ``SearchMethod/lanes`` cells in
  /// which the galaxy is that of the catalogue, no prior bears on what is free and the law has a
  /// ``kernel(for:)`` for it are fitted side by side; the others by ``laneFit(_:in:with:)``.
  ///
  /// A requirement for the same reason.
  ///
  /// - Parameters:
  ///   - subject: The galaxy.
  ///   - space: The bounds and priors of every quantity, of those too that cells fix.
  ///   - quantities: What cells fix, in the order of their grid.
  ///   - search: How optima are found.
  ///   - extras: What is wanted beside the optimum.
  /// - Returns: Gives the fits of any cells.
  static func fits(
    to subject: FitSubject, in space: FitSpace, fixing quantities: [FixedQuantity],
    by search: SearchMethod, with extras: FitExtras
  ) -> GalaxyFits

  /// The logarithm of the likelihood of the speeds as measured.
  ///
  ///     ln L = −½ Σ ((V_obs − V sin i / sin i₀) / σ)² − ½ Σ ln 2πσ²
  ///
  /// The density is one of the data, so its constant has the errors σ as measured. Taken from
  /// errors that are rescaled with the inclination it would add n ln sin i, which is no likelihood.
  ///
  /// - Parameters:
  ///   - subject: The galaxy.
  ///   - places: The quantities, by eights.
  /// - Returns: The logarithms, −∞ where they are beyond the range of numbers; shape
  ///   `[places.count]`.
  static func logLikelihoods(
    of subject: FitSubject, at places: [QuantityLanes]
  ) -> [Lanes]

  /// The circular speeds of a curve, km/s; shape `[n]`.
  ///
  /// A requirement for the same reason.
  static func speeds(of curve: ScaledCurve, _ parameters: ParameterVector) -> [Double]

  /// The logarithm of the likelihood of each point.
  ///
  /// - Parameters:
  ///   - subject: The galaxy.
  ///   - quantities: The quantities.
  /// - Returns: The logarithms; shape `[n]`.
  static func pointLogLikelihoods(of subject: FitSubject, at quantities: Quantities) -> [Double]
}

extension RotationLaw {
  package static func optimum(
    of points: Span<ScaledPoint<Double>>, in galaxy: GalaxyFacts<Double>, within bounds: LawBounds
  ) -> ParameterVector? { nil }

  package static func kernel(for galaxy: CellGalaxy) -> BlockKernel? { nil }

  package static func effectiveBounds(_ bounds: LawBounds) -> LawBounds { bounds }

  package static var clampsTotal: Bool { false }

  package static var addsSpeeds: Bool { false }

  package static var hasBend: Bool { false }

  package static func speeds(of curve: ScaledCurve, _ parameters: ParameterVector) -> [Double] {
    (0..<curve.count).map { speed(at: LawPoint(curve[$0], of: curve.galaxy), parameters) }
  }

  /// The speed at one point, km/s.
  @inline(__always)
  package static func speed<Value: LaneValue>(
    at point: LawPoint<Value>, _ parameters: ParameterValues<Value>
  ) -> Value {
    var ignored = LawDerivatives<Value>()
    return speed(at: point, parameters, derivatives: &ignored)
  }
}
