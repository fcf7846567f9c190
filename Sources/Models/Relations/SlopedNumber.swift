/// A number with its derivatives by the free quantities of a fit.
package struct SlopedNumber: FormulaNumber, Equatable {
  package var value: Double
  /// The derivatives by lane; zero in the lanes that are not used.
  package var slopes: SIMD8<Double>

  package init(_ value: Double, slopes: SIMD8<Double>) {
    (self.value, self.slopes) = (value, slopes)
  }

  package init(constant: Double) {
    self.init(constant, slopes: .zero)
  }

  package func mapped(to value: Double, slope: @autoclosure () -> Double) -> SlopedNumber {
    // A slope without end of what does not move counts for nothing.
    SlopedNumber(value, slopes: slopes == .zero ? .zero : slopes * slope())
  }

  package func joined(
    with other: SlopedNumber, to value: Double, slopes both: @autoclosure () -> (Double, Double)
  ) -> SlopedNumber {
    guard slopes != .zero || other.slopes != .zero else { return SlopedNumber(constant: value) }
    let (first, second) = both()
    var sum = SIMD8<Double>.zero
    if slopes != .zero { sum += slopes * first }
    if other.slopes != .zero { sum += other.slopes * second }
    return SlopedNumber(value, slopes: sum)
  }
}
