/// Numbers in mathematical mode, where a minus is a minus.
enum LaTeXNumber {
  /// A number with so many significant digits, without zeros at the end.
  static func text(_ value: Double, digits: Int) -> String {
    guard value != 0, let number = RoundedNumber(value.magnitude).rounded(to: digits) else {
      return "$0$"
    }
    let sign = value < 0 ? "-" : ""
    if isPlain(number.exponent) { return "$\(sign)\(number.plain(decimals: number.decimals))$" }
    let mantissa = number.mantissa(decimals: number.digits.count - 1)
    return "$\(sign)\(mantissa)\\times10^{\(number.exponent)}$"
  }

  /// A number with its error, both to two digits of the error; `nil` where there is no error.
  static func text(_ value: Double, error: Double) -> String? {
    scaled(value, by: [error]) { value, errors in "\(value)\\pm\(errors[0])" }
  }

  /// A number with its errors below and above, to two digits of the smaller one; `nil` where one
  /// of them is none.
  static func text(_ value: Double, lower: Double, upper: Double) -> String? {
    scaled(value, by: [lower, upper]) { value, errors in
      "\(value)_{-\(errors[0])}^{+\(errors[1])}"
    }
  }

  private static func isPlain(_ exponent: Int) -> Bool { -4..<6 ~= exponent }

  private static func scaled(
    _ value: Double, by errors: [Double], _ join: (String, [String]) -> String
  ) -> String? {
    guard errors.allSatisfy({ $0.isFinite && $0 > 0 }), let least = errors.min(),
      let rounded = RoundedNumber(least).rounded(to: 2)
    else { return nil }
    let decimals = 1 - rounded.exponent
    let leading =
      ([value.magnitude] + errors).filter { $0 > 0 }.compactMap { number -> Int? in
        let exact = RoundedNumber(number)
        return exact.rounded(to: exact.exponent + 1 + decimals)?.exponent
      }.max() ?? rounded.exponent
    if isPlain(leading), decimals >= 0 {
      let body = join(
        RoundedNumber.fixed(value, decimals: decimals),
        errors.map { RoundedNumber.fixed($0, decimals: decimals) })
      return "$\(body)$"
    }
    func mantissa(_ number: Double) -> String {
      RoundedNumber.fixed(number, decimals: decimals, shiftedBy: -leading)
    }
    return "$(\(join(mantissa(value), errors.map(mantissa))))\\times10^{\(leading)}$"
  }
}
