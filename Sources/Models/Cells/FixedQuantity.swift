/// A quantity that the cells of a grid fix.
package struct FixedQuantity: Sendable {
  package let quantity: Quantity
  /// The values that it takes in the grid, in their order; empty where they are not known.
  ///
  /// No fit depends on them: they tell which cells are still to come.
  let values: [Double]

  package init(_ quantity: Quantity, values: [Double] = []) {
    (self.quantity, self.values) = (quantity, values)
  }
}
