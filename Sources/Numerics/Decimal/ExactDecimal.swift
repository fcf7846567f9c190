/// A decimal number as it is written, without rounding.
///
/// The value is `mantissa · 10^exponent`; the mantissa has no trailing zeros, and zero has the
/// exponent zero, so equal numbers have equal parts: 1.50 equals 1.5 and 15e-1. Mantissas fit 64
/// bits, which holds every number of 18 digits; arithmetic that leaves that range gives nil.
package struct ExactDecimal: Hashable, Sendable {
  /// The digits with their sign.
  package let mantissa: Int64

  /// The power of ten of the last digit.
  package let exponent: Int

  /// The largest magnitude of an exponent; far beyond what a double holds.
  static let largestExponent = 10_000

  /// A number from its digits, or nil if they do not fit.
  ///
  /// - Parameters:
  ///   - mantissa: The digits with their sign; trailing zeros are moved to the exponent.
  ///   - exponent: The power of ten.
  package init?(mantissa: Int128, exponent: Int) {
    var (digits, power) = (mantissa, exponent)
    while digits != 0 && digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    guard let mantissa = Int64(exactly: digits) else { return nil }
    guard power.magnitude <= Self.largestExponent || mantissa == 0 else { return nil }
    self.mantissa = mantissa
    self.exponent = mantissa == 0 ? 0 : power
  }

  /// Reads a number in the spelling of JSON, or gives nil for any other text.
  ///
  /// - Parameter text: The literal, such as `0.2`, `-15` or `1.5e3`, and nothing around it.
  package init?(_ text: String) {
    var rest = Substring(text)[...]
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    let whole = Self.takeDigits(&rest)
    guard !whole.isEmpty, whole == "0" || whole.first != "0" else { return nil }
    var fraction: Substring = ""
    if rest.first == "." {
      rest.removeFirst()
      fraction = Self.takeDigits(&rest)
      guard !fraction.isEmpty else { return nil }
    }
    guard let power = Self.takeExponent(&rest), rest.isEmpty else { return nil }
    // Zeros at the end say nothing; without them, 38 digits fit 128 bits.
    let digits = (whole + fraction).drop { $0 == "0" }
    let zeros = digits.reversed().prefix { $0 == "0" }.count
    guard digits.count - zeros <= 19 else { return nil }
    // Zero has no digits left.
    let value = Int128(digits.dropLast(zeros)) ?? 0
    self.init(mantissa: isNegative ? -value : value, exponent: power - fraction.count + zeros)
  }

  /// The double nearest to the number, the same that its literal gives.
  package var double: Double {
    // The text is a number by construction.
    Double("\(mantissa)e\(exponent)") ?? .nan
  }

  /// Removes the ASCII digits at the start of a text.
  private static func takeDigits(_ rest: inout Substring) -> Substring {
    let digits = rest.prefix { $0 >= "0" && $0 <= "9" && $0.isASCII }
    rest.removeFirst(digits.count)
    return digits
  }

  /// Removes an exponent such as `e-3`, if there is one; nil if it has no digits or too many.
  private static func takeExponent(_ rest: inout Substring) -> Int? {
    guard rest.first == "e" || rest.first == "E" else { return 0 }
    rest.removeFirst()
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    guard let power = Int(takeDigits(&rest)), power <= largestExponent else { return nil }
    return isNegative ? -power : power
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The number as people write it: `0.2`, `150`, and with an exponent beyond 20 zeros.
  package var description: String {
    let sign = mantissa < 0 ? "-" : ""
    let digits = String(mantissa.magnitude)
    let point = digits.count + exponent
    if exponent >= 0 && point <= 21 {
      return sign + digits + String(repeating: "0", count: exponent)
    }
    if point > 0 && exponent < 0 {
      return sign + digits.prefix(point) + "." + digits.suffix(-exponent)
    }
    if point > -6 && exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -point) + digits
    }
    return "\(sign)\(digits)e\(exponent)"
  }
}
