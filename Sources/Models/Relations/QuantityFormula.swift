/// A number that follows from the quantities of a fit.
///
/// What is not finite is missing, NaN; conditions are 1 and 0.
package indirect enum QuantityFormula: Equatable, Sendable {
  case number(Double)
  case quantity(Quantity)
  case one(FormulaFunction, QuantityFormula)
  case two(FormulaOperator, QuantityFormula, QuantityFormula)
  /// The second where the first is 1, else the third.
  case choice(QuantityFormula, QuantityFormula, QuantityFormula)

  /// The number.
  ///
  /// - Parameter known: Gives each quantity that the formula names.
  /// - Returns: The number; missing where one that counts is.
  package func callAsFunction<Number: FormulaNumber>(
    _ known: (Quantity) -> Number
  ) -> Number {
    switch self {
    case .number(let value): Number(constant: value)
    case .quantity(let quantity): known(quantity)
    case .one(let function, let x): function(x(known))
    case .two(let operation, let x, let y): operation(x(known), y(known))
    case .choice(let condition, let yes, let no):
      condition(known).value == 1 ? yes(known) : no(known)
    }
  }

  /// The number for some quantities.
  package func value(at quantities: Quantities) -> Double {
    self { quantities[$0] }
  }

  /// The quantities that it names, some of them perhaps more than once.
  package var quantities: [Quantity] {
    switch self {
    case .number: []
    case .quantity(let quantity): [quantity]
    case .one(_, let x): x.quantities
    case .two(_, let x, let y): x.quantities + y.quantities
    case .choice(let condition, let yes, let no):
      condition.quantities + yes.quantities + no.quantities
    }
  }

  /// Whether it names a quantity for which something holds.
  package func names(_ isMeant: (Quantity) -> Bool) -> Bool {
    quantities.contains(where: isMeant)
  }
}
