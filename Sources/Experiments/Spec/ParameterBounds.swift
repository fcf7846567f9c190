package import Support

/// The bounds of one parameter of one model.
package struct ParameterBounds: Sendable {
  package let model: String
  package let parameter: String
  package let lower: Bound
  package let upper: Bound
  /// Where the spec gives them; `nil` for those of the model's card.
  package let place: Place?

  package init(model: String, parameter: String, lower: Bound, upper: Bound, place: Place? = nil) {
    self.model = model
    self.parameter = parameter
    self.lower = lower
    self.upper = upper
    self.place = place
  }

  /// Whether a bound is an expression, so that its value differs between galaxies.
  package var dependsOnGalaxy: Bool {
    lower.constant == nil || upper.constant == nil
  }
}
