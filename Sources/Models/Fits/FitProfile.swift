/// What the profiles of a fit tell.
package struct FitProfile: Sendable {
  /// The interval of each quantity.
  package internal(set) var intervals: [ProfileInterval]
  /// The correlations of the quantities of an interior fit; shape `[quantities][quantities]`, empty
  /// for any other.
  package internal(set) var correlations: [[Double]] = []
  /// How often a lower objective was met on the way, which replaced the fit.
  package internal(set) var improvements = 0
  /// The quantities that were free, by lane, then those that are tied to them.
  package let quantities: [Quantity]

  init(_ intervals: [ProfileInterval], of quantities: [Quantity]) {
    self.intervals = intervals
    self.quantities = quantities
  }

  /// The interval of a quantity; `nil` for one that was neither free nor tied.
  package func interval(of quantity: Quantity) -> ProfileInterval? {
    quantities.firstIndex(of: quantity).map { intervals[$0] }
  }

  /// The correlation of two quantities; NaN where the fit is not interior or one was fixed.
  package func correlation(of one: Quantity, _ other: Quantity) -> Double {
    guard let row = quantities.firstIndex(of: one), let column = quantities.firstIndex(of: other),
      !correlations.isEmpty
    else { return .nan }
    return correlations[row][column]
  }
}
