/// Numbers as people write them: a true minus, thousands with a comma, no negative zero.
package enum DecimalText {
  /// An integer times a power of ten.
  ///
  /// - Parameters:
  ///   - count: The integer.
  ///   - exponent: Of ten, from −12 to 12; below zero it is the count of decimals.
  /// - Returns: `−12,500`, `0.05`.
  package static func text(_ count: Int, exponent: Int) -> String {
    var digits = String(count.magnitude)
    if exponent >= 0 {
      if count != 0 { digits += String(repeating: "0", count: exponent) }
      return (count < 0 ? "−" : "") + grouped(digits)
    }
    let decimals = -exponent
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let whole = grouped(String(digits.dropLast(decimals)))
    return (count < 0 ? "−" : "") + whole + "." + digits.suffix(decimals)
  }

  /// Commas between groups of three digits.
  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// An integer as an upper index behind ten: `10^{−10}`.
  package static func power(_ exponent: Int) -> String {
    "10^{\(exponent < 0 ? "−" : "")\(exponent.magnitude)}"
  }
}
