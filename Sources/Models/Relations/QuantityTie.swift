/// A quantity that follows from others and is not free itself.
package struct QuantityTie: Equatable, Sendable {
  package let quantity: Quantity
  /// Its value.
  package let formula: QuantityFormula

  package init(_ quantity: Quantity, _ formula: QuantityFormula) {
    (self.quantity, self.formula) = (quantity, formula)
  }
}
