/// What a fit may vary: a parameter of its law, or a quantity of the galaxy.
package enum Quantity: Hashable, Sendable {
  /// The parameter at a position of the law's card.
  case parameter(Int)
  case galaxy(GalaxyParameter)
}
