/// Names, words and numbers as SQLite reads them.
enum SQLText {
  /// A name in quotes.
  static func name(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }

  /// A text; one with control characters by its bytes, which no line end can cut.
  static func word(_ word: String) -> String {
    guard word.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) else {
      return "'\(word.replacing("'", with: "''"))'"
    }
    let digits = word.utf8.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "CAST(x'\(digits.joined())' AS TEXT)"
  }

  /// An expression whose value, in a column of real numbers, is a number to the last bit.
  ///
  /// SQLite takes a decimal to the nearest double only almost always, and sees nothing of a sign of
  /// zero. A whole number times a power of two is exact.
  ///
  /// - Precondition: The number is finite.
  static func number(_ value: Double) -> String {
    if value == value.rounded(.towardZero), value.magnitude < 0x1p53 { return "\(Int(value))" }
    let magnitude = value.magnitude
    // 53 bits of significand, and the power of two that goes with its last one.
    var power = max(Int(magnitude.exponent), -1022) - 52
    let bits = magnitude.bitPattern & 0xf_ffff_ffff_ffff
    var whole = Int64(magnitude.isNormal ? bits | 1 << 52 : bits)
    while whole & 1 == 0 {
      whole >>= 1
      power += 1
    }
    var text = (value < 0 ? "-" : "") + "\(whole)*1.0"
    while power != 0 {
      let step = min(abs(power), 62)
      text += power < 0 ? "/\(1 << step)" : "*\(1 << step)"
      power += power < 0 ? step : -step
    }
    return text
  }
}
