/// A quantity that follows from what is free, for one galaxy.
struct ResolvedTie: Sendable {
  let quantity: Quantity
  let formula: QuantityFormula
  private let parameter: ModelCard.Parameter?

  /// - Parameters:
  ///   - tie: The tie.
  ///   - card: The card of the law.
  init(_ tie: QuantityTie, _ card: ModelCard) {
    (quantity, formula) = (tie.quantity, tie.formula)
    if case .parameter(let position) = tie.quantity {
      parameter = card.parameters[position]
    } else {
      parameter = nil
    }
  }

  /// Whether a value makes sense for the quantity.
  func admits(_ value: Double) -> Bool {
    switch quantity {
    case .parameter: value.isFinite && parameter?.admits(value) ?? false
    case .galaxy(let own): own.domain.contains(value)
    }
  }
}
