package import Numerics

/// A law of circular speed: what a model adds to the baryons.
package protocol RotationLaw: SendableMetatype {
  static var card: ModelCard { get }

  /// The speed at one point and its derivatives.
  ///
  /// - Parameters:
  ///   - point: Where, and what the baryons do there.
  ///   - parameters: One value a parameter of the card, in its order.
  ///   - derivatives: Receives the slopes by the parameters, the baryonic speed and the lengths.
  /// - Returns: Circular speed, km/s.
  static func speed(
    at point: LawPoint, _ parameters: ParameterVector, derivatives: inout LawDerivatives
  ) -> Double

  /// The parameters within the bounds with the smallest χ² of all, for a law that has a direct way to
  /// them.
  ///
  /// - Returns: The parameters, NaN for one on which nothing depends; nil for a law whose optimum has
  ///   to be searched for.
  static func optimum(of problem: FitProblem) -> ParameterVector?

  /// χ² and −2 ln of the priors with their slopes, where law and galaxy may vary together.
  ///
  /// A requirement only so that its loop is compiled for each law; no law has its own.
  static func sum(
    over problem: JointProblem, at quantities: SIMD8<Double>
  ) -> LeastSquaresSum

  /// The bounds within which the reported parameters lie; the bounds given, unless the law has a
  /// symmetry and reports one of two equal optima.
  static func effectiveBounds(
    _ bounds: (lower: ParameterVector, upper: ParameterVector)
  ) -> (lower: ParameterVector, upper: ParameterVector)
}

extension RotationLaw {
  package static func optimum(of problem: FitProblem) -> ParameterVector? { nil }

  package static func effectiveBounds(
    _ bounds: (lower: ParameterVector, upper: ParameterVector)
  ) -> (lower: ParameterVector, upper: ParameterVector) {
    bounds
  }

  /// The speed at one point, km/s.
  package static func speed(at point: LawPoint, _ parameters: ParameterVector) -> Double {
    var ignored = LawDerivatives()
    return speed(at: point, parameters, derivatives: &ignored)
  }
}
