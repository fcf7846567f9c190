/// One value before and after.
package struct ValueMove: Equatable, Sendable {
  package let column: String
  /// The unit of the column; empty for a plain number.
  package let unit: String
  package let old: CellValue
  package let new: CellValue
  /// The errors of both added in squares, in the unit of the column; NaN where one is missing.
  package let sigma: Double

  package init(
    column: String, unit: String = "", old: CellValue, new: CellValue, sigma: Double = .nan
  ) {
    self.column = column
    self.unit = unit
    self.old = old
    self.new = new
    self.sigma = sigma
  }

  /// The new number less the old one; NaN unless both are numbers.
  package var change: Double { new.number - old.number }

  /// The change over the larger magnitude of the two, so that a swap of the sides negates it.
  package var relativeChange: Double { Self.relative(change, old.number, new.number) }

  /// The change over the combined error; NaN where there is none.
  package var changeInSigmas: Double { change / sigma }

  static func relative(_ change: Double, _ old: Double, _ new: Double) -> Double {
    change / max(old.magnitude, new.magnitude)
  }
}
