import Tables

/// A column of a machine-readable table: how its values are spelled, and how wide they are.
struct MRTColumn {
  private enum Form {
    /// So many digits behind the point.
    case fixed(Int)
    /// So many digits behind the point, and an exponent.
    case scientific(Int)
    case integer
    case flag
    case word([String])
  }

  private let form: Form
  private let values: [Double]
  /// Bytes of the widest value.
  let width: Int

  /// The most digits that a plain number has; a wider column has exponents.
  private static let mostDigits = 17

  init(_ table: Table, _ index: Int) {
    let column = table.schema.columns[index]
    let values = table.values[index]
    self.values = values
    switch column.kind {
    case .real: form = Self.form(values)
    case .integer: form = .integer
    case .flag: form = .flag
    case .word: form = .word(column.words.map(ASCIIText.escaped))
    }
    let form = form
    switch form {
    case .word(let words):
      var isUsed = [Bool](repeating: false, count: words.count)
      for value in values where value.isFinite { isUsed[Int(value)] = true }
      width = zip(words, isUsed).reduce(1) { $1.1 ? max($0, $1.0.utf8.count) : $0 }
    case .flag: width = 1
    case .fixed, .scientific, .integer:
      width = values.reduce(1) { max($0, Self.text($1, form).utf8.count) }
    }
  }

  /// The form that keeps every digit of some numbers.
  private static func form(_ values: [Double]) -> Form {
    var (whole, decimals, digits) = (1, 1, 1)
    for value in values where value.isFinite && value != 0 {
      let number = RoundedNumber(value.magnitude)
      whole = max(whole, number.exponent + 1)
      decimals = max(decimals, number.decimals)
      digits = max(digits, number.digits.count)
    }
    return whole + decimals > mostDigits ? .scientific(max(1, digits - 1)) : .fixed(decimals)
  }

  /// What the head says: `A12`, `I4`, `F8.3`, `E12.5`.
  var format: String {
    switch form {
    case .fixed(let decimals): "F\(width).\(decimals)"
    case .scientific(let decimals): "E\(width).\(decimals)"
    case .integer, .flag: "I\(width)"
    case .word: "A\(width)"
    }
  }

  /// The field of a row, as wide as all; blank where it is missing.
  func field(_ row: Int) -> String {
    let text = Self.text(values[row], form)
    let blanks = String(repeating: " ", count: width - text.utf8.count)
    if case .word = form { return text + blanks }
    return blanks + text
  }

  private static func text(_ value: Double, _ form: Form) -> String {
    guard value.isFinite else { return "" }
    let sign = value.sign == .minus ? "-" : ""
    switch form {
    case .integer: return "\(Int(value))"
    case .flag: return value == 0 ? "0" : "1"
    case .word(let words): return words[Int(value)]
    case .fixed(let decimals):
      guard value != 0 else { return "\(sign)0.\(String(repeating: "0", count: decimals))" }
      return sign + RoundedNumber(value.magnitude).plain(decimals: decimals)
    case .scientific(let decimals):
      guard value != 0 else { return "\(sign)0.\(String(repeating: "0", count: decimals))E+00" }
      let number = RoundedNumber(value.magnitude)
      let power = number.exponent
      let digits = abs(power) < 10 ? "0\(abs(power))" : "\(abs(power))"
      return "\(sign)\(number.mantissa(decimals: decimals))E\(power < 0 ? "-" : "+")\(digits)"
    }
  }
}
