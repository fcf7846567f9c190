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

  /// The parameters within the bounds with the smallest χ² of all.
  static func optimum(of problem: FitProblem) -> ParameterVector

  /// The bounds within which the reported parameters lie; the bounds given, unless the law has a
  /// symmetry and reports one of two equal optima.
  static func effectiveBounds(
    _ bounds: (lower: ParameterVector, upper: ParameterVector)
  ) -> (lower: ParameterVector, upper: ParameterVector)
}

extension RotationLaw {
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
