extension ExactDecimal: Comparable {
  /// Whether one number is smaller than another, exactly.
  ///
  /// - Parameters:
  ///   - a: Any number.
  ///   - b: Any number.
  /// - Returns: True if `a` is smaller.
  package static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
    guard a.mantissa.signum() == b.mantissa.signum() else {
      return a.mantissa.signum() < b.mantissa.signum()
    }
    guard a.mantissa != 0 else { return false }
    guard a.leadingPower == b.leadingPower else {
      return (a.leadingPower < b.leadingPower) == (a.mantissa > 0)
    }
    // Equal leading digits' places: the exponents differ by 18 at most, and 128 bits suffice.
    guard let (left, right, _) = aligned(a, b) else { return false }
    return left < right
  }

  /// The sum, or nil if it does not fit.
  ///
  /// - Parameter other: The number to add.
  /// - Returns: The exact sum.
  package func adding(_ other: ExactDecimal) -> ExactDecimal? {
    guard let (left, right, exponent) = Self.aligned(self, other) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(mantissa: sum, exponent: exponent)
  }

  /// The difference, or nil if it does not fit.
  ///
  /// - Parameter other: The number to subtract.
  /// - Returns: The exact difference.
  package func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    other.multiplied(by: -1).flatMap(adding)
  }

  /// The product with an integer, or nil if it does not fit.
  ///
  /// - Parameter factor: Any integer.
  /// - Returns: The exact product.
  package func multiplied(by factor: Int) -> ExactDecimal? {
    // The product of two 64-bit integers fits 128 bits.
    ExactDecimal(mantissa: Int128(mantissa) * Int128(factor), exponent: exponent)
  }

  /// How often a number fits into this one, rounded down, and whether anything is left over.
  ///
  /// - Parameter divisor: The number to divide by, not zero.
  /// - Returns: The greatest integer not above the quotient, and whether it is the quotient; nil if
  ///   the divisor is zero or the numbers are too far apart.
  package func quotient(by divisor: ExactDecimal) -> (floor: Int, isExact: Bool)? {
    guard divisor.mantissa != 0, let (left, right, _) = Self.aligned(self, divisor) else {
      return nil
    }
    let (quotient, remainder) = left.quotientAndRemainder(dividingBy: right)
    let isBelow = remainder != 0 && (remainder < 0) != (right < 0)
    guard let floor = Int(exactly: isBelow ? quotient - 1 : quotient) else { return nil }
    return (floor, remainder == 0)
  }

  /// Whether the number is an integer multiple of another.
  ///
  /// - Parameter divisor: The other number.
  /// - Returns: True if the division leaves nothing over; false if the divisor is zero.
  package func isMultiple(of divisor: ExactDecimal) -> Bool {
    quotient(by: divisor)?.isExact ?? false
  }

  /// The power of ten just above the leading digit.
  private var leadingPower: Int {
    String(mantissa.magnitude).utf8.count + exponent
  }

  /// Two numbers with a common exponent, or nil if that takes more than 128 bits.
  private static func aligned(
    _ a: ExactDecimal, _ b: ExactDecimal
  ) -> (Int128, Int128, exponent: Int)? {
    // Zero takes the exponent of the other number, and any will do for two zeros.
    let exponents = [a, b].filter { $0.mantissa != 0 }.map(\.exponent)
    let exponent = exponents.min() ?? 0
    guard let left = a.scaled(to: exponent), let right = b.scaled(to: exponent) else { return nil }
    return (left, right, exponent)
  }

  /// The mantissa for a lower exponent, or nil if it does not fit 128 bits.
  private func scaled(to lower: Int) -> Int128? {
    var value = Int128(mantissa)
    guard value != 0 else { return 0 }
    for _ in 0..<(exponent - lower) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = product
    }
    return value
  }
}
