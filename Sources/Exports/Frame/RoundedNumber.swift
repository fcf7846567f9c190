import Support

/// A number above zero as decimal digits, for rounding as on paper: half away from zero.
///
///     value = d.ddd… · 10^exponent
struct RoundedNumber: Equatable {
  private var number: DecimalDigits

  /// The digits, the first one not zero and the last neither, where there are several.
  var digits: [Int] {
    let zeros = number.digits.reversed().prefix { $0 == 0 }.count
    return Array(number.digits.dropLast(zeros))
  }

  var exponent: Int { number.exponent }

  /// The fewest digits that read back as a number.
  ///
  /// - Precondition: The number is above zero and finite.
  init(_ value: Double) {
    precondition(value > 0 && value.isFinite, "only a number above zero has a first digit")
    number = DecimalDigits(value)
  }

  /// The same with at most so many digits, without zeros at the end; `nil` if nothing is left.
  func rounded(to count: Int) -> RoundedNumber? {
    guard count < digits.count else { return self }
    var result = self
    result.number = number.rounded(at: exponent - count + 1)
    return count < 0 || result.number.isZero ? nil : result
  }

  /// How many digits stand behind the point.
  var decimals: Int { max(0, digits.count - 1 - exponent) }

  /// The plain spelling with so many digits behind the point, where that is as many as it has.
  func plain(decimals: Int) -> String {
    let lead = [Int](repeating: 0, count: max(0, -exponent))
    let whole = max(0, exponent) + 1
    var all = lead + digits
    let wanted = whole + max(decimals, 0)
    all += [Int](repeating: 0, count: max(0, wanted - all.count))
    let text = all.map(String.init)
    let head = text.prefix(whole).joined()
    return decimals > 0 ? "\(head).\(text.dropFirst(whole).joined())" : head
  }

  /// `d.ddd`, with so many digits behind the point.
  func mantissa(decimals: Int) -> String {
    var scaled = self
    scaled.number = number.moved(to: 0)
    return scaled.plain(decimals: decimals)
  }

  /// A number rounded to so many digits behind the point; fewer than none for tens and hundreds.
  static func fixed(_ value: Double, decimals: Int) -> String {
    fixed(value, decimals: decimals, shiftedBy: 0)
  }

  /// A number rounded to so many digits behind the point, and then multiplied by a power of ten.
  static func fixed(_ value: Double, decimals: Int, shiftedBy shift: Int) -> String {
    let shown = max(0, decimals - shift)
    let zero = shown > 0 ? "0.\(String(repeating: "0", count: shown))" : "0"
    guard value != 0 else { return zero }
    let exact = RoundedNumber(value.magnitude)
    guard var rounded = exact.rounded(to: exact.exponent + 1 + decimals) else { return zero }
    rounded.number = rounded.number.moved(to: rounded.exponent + shift)
    return (value < 0 ? "-" : "") + rounded.plain(decimals: shown)
  }
}
