/// A number that a formula is worked out in: alone, or with its slopes.
package protocol FormulaNumber: Sendable {
  /// A number on which no quantity bears.
  init(constant: Double)

  /// The number itself; NaN for one that is missing.
  var value: Double { get }

  /// A function of this number.
  ///
  /// - Parameters:
  ///   - value: The function's value.
  ///   - slope: Its derivative.
  /// - Returns: The function's value, with slopes where the number has some.
  func mapped(to value: Double, slope: @autoclosure () -> Double) -> Self

  /// A function of this number and another.
  ///
  /// - Parameters:
  ///   - other: The other number.
  ///   - value: The function's value.
  ///   - slopes: Its derivatives by the two.
  /// - Returns: The function's value, with slopes where the numbers have some.
  func joined(
    with other: Self, to value: Double, slopes: @autoclosure () -> (Double, Double)
  ) -> Self
}

extension Double: FormulaNumber {
  package init(constant: Double) { self = constant }

  package var value: Double { self }

  package func mapped(to value: Double, slope: @autoclosure () -> Double) -> Double { value }

  package func joined(
    with other: Double, to value: Double, slopes: @autoclosure () -> (Double, Double)
  ) -> Double { value }
}
