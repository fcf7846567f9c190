/// A prior that is more than a distance from one centre: its centre or its width may follow from
/// other quantities, or it has a shape of its own.
///
/// Its density is normalised within the bounds of the quantity, for every value of the others. The
/// range of the quantity itself has a uniform prior.
package struct GeneralPrior: Equatable, Sendable {
  package let quantity: Quantity
  package let shape: Shape

  package enum Shape: Equatable, Sendable {
    case normal(mean: QuantityFormula, sigma: QuantityFormula)
    /// A normal distribution of the decimal logarithm, in which its density is taken.
    case lognormal(median: QuantityFormula, dex: QuantityFormula)
    /// u^(a − 1) (1 − u)^(b − 1) with u from 0 at the lower bound to 1 at the upper one; a and b
    /// are at least 1, so that no density is infinite.
    case beta(a: Double, b: Double)

    /// The formulas of centre and width, where it has such.
    package var formulas: [QuantityFormula] {
      switch self {
      case .normal(let centre, let width), .lognormal(let centre, let width): [centre, width]
      case .beta: []
      }
    }
  }

  package init(of quantity: Quantity, _ shape: Shape) {
    (self.quantity, self.shape) = (quantity, shape)
  }
}
