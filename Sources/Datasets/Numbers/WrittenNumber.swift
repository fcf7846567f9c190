/// Numbers as tables of the world write them, beyond ``DecimalNumber``: `5.0D-1`, `−3.2` with the
/// sign of typography, and `3,25` where commas are declared.
struct WrittenNumber {
  /// Whether a comma stands before the decimals.
  var hasDecimalComma = false

  /// The number that a text spells, correctly rounded; `nil` if it spells none.
  func value(of text: String) -> Double? {
    if !hasDecimalComma, let plain = DecimalNumber.value(of: text) { return plain }
    var spelling = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2212}", "\u{2013}": spelling.append("-")
      case "D", "d": spelling.append("e")
      case "," where hasDecimalComma: spelling.append(".")
      case "." where hasDecimalComma: return nil
      default: spelling.unicodeScalars.append(scalar)
      }
    }
    return DecimalNumber.value(of: spelling)
  }

  /// What to do about a text that is no number; `nil` if there is nothing to say.
  static func advice(for text: String) -> String? {
    let lower = text.lowercased()
    if text.contains("+-") || text.contains("±") {
      return "give the value and its error in columns of their own"
    }
    if text.allSatisfy({ $0 == "*" }) {
      return "the program that wrote it had no room for a number"
    }
    if text.contains(",") { return #"a decimal point is a point, unless "decimal": "," says so"# }
    if lower.hasSuffix("km/s") || lower.hasSuffix("kpc") || lower.hasSuffix("mpc") {
      return "a field has a number alone; the unit stands in the header"
    }
    if text.hasPrefix("<") || text.hasPrefix(">") || text.hasSuffix(":") {
      return "a limit is no value; leave the field empty, or drop the row"
    }
    return nil
  }
}
