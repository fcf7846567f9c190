/// Where one parameter of one model may lie.
package struct ParameterBounds: Sendable {
  package let model: String
  package let parameter: String
  package let range: QuantityRange

  package init(model: String, parameter: String, _ range: QuantityRange) {
    self.model = model
    self.parameter = parameter
    self.range = range
  }
}
