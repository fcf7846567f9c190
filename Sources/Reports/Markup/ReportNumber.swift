import Support

/// Numbers as a report has them: a true minus, commas between thousands, never an `e`.
enum ReportNumber {
  /// What stands for a missing number.
  static let missing = "–"

  /// A number to some significant digits.
  ///
  /// From a million up and below a ten-thousandth it is written as 1.2 × 10⁻¹⁰.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - digits: How many digits count, at least one.
  /// - Returns: The text.
  static func text(_ value: Double, digits: Int) -> String {
    if value.isNaN { return missing }
    let sign = value < 0 ? "−" : ""
    guard value.isFinite else { return sign + "∞" }
    if value == 0 { return "0" }
    let exact = DecimalDigits(value.magnitude)
    // Digits before the point are never replaced by zeros.
    let number = exact.rounded(to: max(digits, exact.exponent < 6 ? exact.exponent + 1 : 0))
    guard (-4..<6).contains(number.exponent) else {
      let kept = number.rounded(to: digits)
      return sign + placed(kept.digits, point: 1)
        + " × 10\(superscript(number.exponent))"
    }
    let lead = [Int](repeating: 0, count: max(0, -number.exponent))
    return sign + placed(lead + number.digits, point: max(1, number.exponent + 1))
  }

  /// A whole number.
  static func text(_ value: Int) -> String {
    value.grouped.replacing("-", with: "−")
  }

  /// A number with all its digits, as somebody wrote it.
  ///
  /// As far as the eighth place it is written without a power of ten: 0.00005.
  static func exact(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return text(value, digits: 1) }
    let number = DecimalDigits(value.magnitude)
    let digits = max(1, number.withoutZeros)
    guard number.exponent < -4, digits - number.exponent <= 9 else {
      return text(value, digits: digits)
    }
    let lead = [Int](repeating: 0, count: -number.exponent)
    return (value < 0 ? "−" : "") + placed(lead + number.rounded(to: digits).digits, point: 1)
  }

  private static func placed(_ digits: [Int], point: Int) -> String {
    let text = digits.prefix(point).map(String.init).joined()
    let whole = Int(text).map(\.grouped) ?? text
    let fraction = digits.dropFirst(point).map(String.init).joined()
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }

  private static func superscript(_ number: Int) -> String {
    let signs = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let digits = String(number.magnitude).compactMap(\.wholeNumberValue).map { signs[$0] }
    return (number < 0 ? "⁻" : "") + String(digits)
  }
}

extension DecimalDigits {
  /// How many digits there are before nothing but zeros follow.
  fileprivate var withoutZeros: Int {
    digits.count - digits.reversed().prefix { $0 == 0 }.count
  }
}
