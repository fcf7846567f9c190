extension Double {
  /// What stands for a number that is missing.
  package static let missingInText = "–"

  /// The number as a sentence has it: `2,850`, `0.0689`, `−0.17`, `1.20 × 10^−10`.
  ///
  /// The shortest decimal that reads back as the number is rounded, half away from zero. The minus
  /// is a true one, thousands have a comma, and powers of ten stand from a million up and below a
  /// ten-thousandth. Digits before the point are never replaced by zeros.
  ///
  /// - Parameter digits: Significant digits, at least one.
  /// - Returns: The text; a dash for what is not finite.
  package func written(digits: Int) -> String {
    precondition(digits > 0, "a number has at least one digit")
    guard isFinite else { return Self.missingInText }
    guard self != 0 else { return "0" }
    let exact = DecimalDigits(magnitude)
    let sign = self < 0 ? "−" : ""
    let plain = exact.rounded(to: max(digits, exact.exponent < 6 ? exact.exponent + 1 : 0))
    guard -4..<6 ~= plain.exponent else {
      let power = exact.rounded(to: digits)
      let raised = "\(power.exponent < 0 ? "−" : "")\(power.exponent.magnitude)"
      return "\(sign)\(Self.pointed(power.digits, after: 1)) × 10^\(raised)"
    }
    let lead = [Int](repeating: 0, count: max(0, -plain.exponent))
    return sign + Self.pointed(lead + plain.digits, after: max(1, plain.exponent + 1))
  }

  /// A whole number, to its last digit where no digits are asked for.
  ///
  /// - Parameter digits: Significant digits; `nil` for all.
  /// - Returns: The text; a dash for what is not finite.
  package func writtenWhole(digits: Int?) -> String {
    guard digits == nil, let whole = Int(exactly: self) else { return written(digits: digits ?? 3) }
    return whole < 0 ? "−\((-whole).grouped)" : whole.grouped
  }

  /// Digits with a point after some of them, and commas before it.
  private static func pointed(_ digits: [Int], after count: Int) -> String {
    let whole = digits.prefix(count).reduce(0) { 10 * $0 + $1 }.grouped
    let rest = digits.dropFirst(count).map(String.init).joined()
    return rest.isEmpty ? whole : "\(whole).\(rest)"
  }
}
