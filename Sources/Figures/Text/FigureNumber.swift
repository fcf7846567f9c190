import Support

/// Numbers as figures and reports write them, in the markup of labels.
///
/// A true minus, thousands with a comma, no exponent but 10^{…}: from a million up and below a ten
/// thousandth. What is missing is a dash.
package enum FigureNumber {
  /// What stands for a value that is missing.
  package static let missing = "–"

  /// A number with so many significant digits; whole numbers are written out to the last one.
  package static func text(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return missing }
    let exact = DecimalDigits(value)
    if exact.isZero { return "0" }
    let rounded = exact.rounded(to: digits)
    let magnitude = value.magnitude
    if magnitude >= 1e6 || magnitude < 1e-4 { return scientific(value, digits: digits) }
    let place = rounded.exponent - digits + 1
    if place < 0 { return rounded.text(at: place) }
    return exact.rounded(at: 0).text(at: 0)
  }

  /// A number as short as it can be said: three digits, and no zeros at the end.
  package static func short(_ value: Double) -> String {
    let text = text(value, digits: 3)
    guard text.contains("."), !text.contains("×") else { return text }
    var cut = Substring(text)
    while cut.last == "0" { cut.removeLast() }
    if cut.last == "." { cut.removeLast() }
    return String(cut)
  }

  /// A number to a place: −2 for hundredths.
  package static func text(_ value: Double, at place: Int) -> String {
    guard value.isFinite else { return missing }
    return DecimalDigits(value).rounded(at: place).text(at: place)
  }

  /// A value with its error: the error with two digits, the value to the same place.
  package static func text(_ value: Double, error: Double) -> String {
    guard value.isFinite, error.isFinite, error > 0 else { return text(value, digits: 3) }
    let place = DecimalDigits(error).rounded(to: 2).exponent - 1
    if place < -6 || place > 4 {
      return "\(text(value, digits: 3)) ± \(text(error, digits: 2))"
    }
    let shown = min(place, 0)
    return "\(text(value, at: shown)) ± \(text(error, at: shown))"
  }

  /// From one number to another, both to the same place.
  package static func range(_ low: Double, _ high: Double) -> String {
    let place = place(of: high - low)
    return "\(text(low, at: place))–\(text(high, at: place))"
  }

  /// The place to which values are written that differ by so much: two digits of it, at most
  /// hundredths of what is above one.
  package static func place(of width: Double) -> Int {
    guard width.isFinite, width > 0 else { return -2 }
    return min(0, max(-6, DecimalDigits(width).rounded(to: 2).exponent - 1))
  }

  private static func scientific(_ value: Double, digits: Int) -> String {
    let rounded = DecimalDigits(value).rounded(to: digits)
    let shifted = rounded.moved(to: 0)
    var mantissa = Substring(shifted.text(at: 1 - digits))
    if mantissa.contains(".") {
      while mantissa.last == "0" { mantissa.removeLast() }
      if mantissa.last == "." { mantissa.removeLast() }
    }
    let power = "\(rounded.exponent)".replacing("-", with: "−")
    return mantissa == "1" ? "10^{\(power)}" : "\(mantissa) × 10^{\(power)}"
  }
}
