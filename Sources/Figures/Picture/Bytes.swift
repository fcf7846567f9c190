extension [UInt8] {
  mutating func add(_ text: String) { append(contentsOf: text.utf8) }

  /// Text between tags or in quotes; characters that XML does not have are left out.
  mutating func add(escaped text: some StringProtocol) {
    for byte in text.utf8 {
      switch byte {
      case 0x26: add("&amp;")
      case 0x3C: add("&lt;")
      case 0x3E: add("&gt;")
      case 0x22: add("&quot;")
      case 0x09, 0x0A, 0x0D: append(0x20)
      case 0..<0x20: break
      default: append(byte)
      }
    }
  }

  /// A number with at most two decimals, no zeros at its end, and no negative zero.
  ///
  /// What no paper has room for, and what is no number, is far outside.
  mutating func add(_ number: Double) { add(hundredths: Self.hundredths(number)) }

  static func hundredths(_ number: Double) -> Int {
    guard number.magnitude < 20_000 else { return number < 0 ? -2_000_000 : 2_000_000 }
    return Int((number * 100).rounded())
  }

  mutating func add(hundredths count: Int) {
    if count < 0 { append(0x2D) }
    let size = Int(count.magnitude)
    add(whole: size / 100)
    let rest = size % 100
    guard rest > 0 else { return }
    append(0x2E)
    append(UInt8(0x30 + rest / 10))
    if rest % 10 > 0 { append(UInt8(0x30 + rest % 10)) }
  }

  private mutating func add(whole number: Int) {
    if number >= 10 { add(whole: number / 10) }
    append(UInt8(0x30 + number % 10))
  }
}
