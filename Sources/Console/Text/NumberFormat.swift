import Support

/// Writes numbers for people: a few significant digits, the same on every machine.
///
/// The shortest decimal that reads back as the number is rounded, half away from zero, so `0.15`
/// with one digit is `0.2` as on paper. From a million up, and below a ten-thousandth, the number
/// has an exponent. Digits before the point are never replaced by zeros.
package struct NumberFormat: Equatable, Sendable {
  /// What stands for a number that is missing.
  package static let missing = "–"

  /// Significant digits, at least one.
  package let digits: Int

  /// Whether zeros at the end stay: `0.940` as a measurement, or `0.94` as a setting.
  package let keepsZeros: Bool

  /// - Precondition: `digits` is positive.
  package init(digits: Int, keepsZeros: Bool = true) {
    precondition(digits > 0, "a number needs at least one digit")
    self.digits = digits
    self.keepsZeros = keepsZeros
  }

  package func text(_ value: Double) -> String {
    guard !value.isNaN else { return Self.missing }
    let sign = value < 0 ? "-" : ""
    guard value.isFinite else { return sign + "inf" }
    guard value != 0 else { return "0" }
    let exact = DecimalDigits(value.magnitude)
    let rounded = exact.rounded(to: max(digits, exact.exponent < 6 ? exact.exponent + 1 : 0))
    return sign + (-4..<6 ~= rounded.exponent ? plain(rounded) : scientific(rounded))
  }

  private func plain(_ number: DecimalDigits) -> String {
    let lead = String(repeating: "0", count: max(0, -number.exponent))
    let all = lead + number.digits.map(String.init).joined()
    let split = max(1, number.exponent + 1)
    return point(all.prefix(split), all.dropFirst(split))
  }

  private func scientific(_ number: DecimalDigits) -> String {
    let kept = number.rounded(to: digits).digits.map(String.init).joined()
    return point(kept.prefix(1), kept.dropFirst()) + "e\(number.exponent)"
  }

  private func point(_ whole: Substring, _ fraction: Substring) -> String {
    var fraction = fraction
    while !keepsZeros, fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
  }
}
