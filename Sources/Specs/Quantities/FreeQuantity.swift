package import Models

/// A quantity of the galaxy that a spec frees, for all of its models.
package struct FreeQuantity: Sendable {
  package let parameter: GalaxyParameter
  package let range: QuantityRange

  package init(_ parameter: GalaxyParameter, _ range: QuantityRange) {
    self.parameter = parameter
    self.range = range
  }

  package var name: String { parameter.rawValue }
}
