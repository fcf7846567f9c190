extension ExactDecimal {
  /// How far apart the places of two numbers may be: doubles span 650 places.
  private static let largestSpan = 700
  /// Digits behind the last place that tell nearly every quotient from a halfway point between two
  /// doubles.
  private static let usualDigits = 27
  /// Digits that tell every one: a halfway point has at most 767 significant digits.
  private static let allDigits = 810

  /// Values at equal distances, each the double nearest to the exact one.
  ///
  /// The value of index i is start + i (end − start) / (count − 1), so 14 values from 0.2 through
  /// 1.5 are those of steps of 0.1 to the last bit, and three from 0 through 1 halve it.
  ///
  /// - Parameters:
  ///   - start: The first value.
  ///   - end: The last value.
  ///   - count: How many values there are, both ends among them; 2 to 2³¹.
  /// - Returns: The values in order; nil if the places of the ends are too far apart for doubles.
  package static func evenly(
    from start: ExactDecimal, through end: ExactDecimal, count: Int
  ) -> [Double]? {
    precondition(count >= 2 && count <= 1 << 31, "a range has both its ends")
    let exponents = [start, end].filter { $0.mantissa != 0 }.map(\.exponent)
    guard let exponent = exponents.min() else { return [Double](repeating: 0, count: count) }
    guard exponents.allSatisfy({ $0 - exponent <= largestSpan }) else { return nil }
    let (first, last) = (start.magnitude(at: exponent), end.magnitude(at: exponent))
    let intervals = UInt32(count - 1)
    return (0...intervals).map { index in
      let (sum, isNegative) = sum(
        (first.multiplied(by: intervals - index), start.mantissa < 0),
        (last.multiplied(by: index), end.mantissa < 0))
      let magnitude = nearest(to: sum, over: intervals, exponent: exponent)
      return isNegative ? -magnitude : magnitude
    }
  }

  /// The magnitude in units of a lower power of ten.
  private func magnitude(at lower: Int) -> WholeNumber {
    guard mantissa != 0 else { return WholeNumber(0) }
    return WholeNumber(mantissa.magnitude).multiplied(byTenTo: exponent - lower)
  }

  /// The sum of two numbers with their signs; zero is not negative.
  private static func sum(
    _ one: (WholeNumber, isNegative: Bool), _ other: (WholeNumber, isNegative: Bool)
  ) -> (WholeNumber, isNegative: Bool) {
    if one.isNegative == other.isNegative {
      let sum = one.0.adding(other.0)
      return (sum, one.isNegative && sum != WholeNumber(0))
    }
    let (large, small) = one.0 < other.0 ? (other, one) : (one, other)
    let difference = large.0.subtracting(small.0)
    return (difference, large.isNegative && difference != WholeNumber(0))
  }

  /// The double nearest to numerator · 10^exponent / divisor.
  private static func nearest(
    to numerator: WholeNumber, over divisor: UInt32, exponent: Int
  ) -> Double {
    var digits = ""
    for places in [usualDigits, allDigits] {
      let (floor, rest) = numerator.multiplied(byTenTo: places).divided(by: divisor)
      digits = floor.digits
      let below = double(digits, exponent - places)
      if rest == 0 { return below }
      // Between two decimals that round to one double everything does.
      if below == double(floor.adding(WholeNumber(1)).digits, exponent - places) { return below }
    }
    // No halfway point lies between these digits and the next ones: any digit more tells the side.
    return double("\(digits)1", exponent - allDigits - 1)
  }

  private static func double(_ digits: String, _ exponent: Int) -> Double {
    guard let value = Double("\(digits)e\(exponent)") else {
      preconditionFailure("digits and an exponent are a number")
    }
    return value
  }
}
