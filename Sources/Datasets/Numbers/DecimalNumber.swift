import Support

/// Numbers as data files write them: `12`, `-3.40`, `.5`, `1.2e-10`.
enum DecimalNumber {
  /// The number that a text spells, correctly rounded.
  ///
  /// - Returns: `nil` for anything but a plain decimal number: no `nan`, `inf` or hexadecimal.
  static func value(of text: String) -> Double? {
    var bytes = text.utf8.makeIterator()
    var byte = bytes.next()
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative || byte == UInt8(ascii: "+") { byte = bytes.next() }

    var (digits, decimals, mantissa) = (0, 0, 0)
    var isAfterPoint = false
    while let next = byte {
      if next.isDigit {
        // Beyond fifteen digits the value is not used, so it may wrap.
        mantissa = mantissa &* 10 &+ Int(next &- UInt8(ascii: "0"))
        digits += 1
        if isAfterPoint { decimals += 1 }
      } else if next == UInt8(ascii: "."), !isAfterPoint {
        isAfterPoint = true
      } else {
        break
      }
      byte = bytes.next()
    }
    guard digits > 0 else { return nil }
    if byte == nil, digits <= 15 {
      // Both are exact in a double, so a single division rounds correctly.
      let value = Double(mantissa) / powersOfTen[decimals]
      return isNegative ? -value : value
    }
    if let letter = byte {
      guard letter | 0x20 == UInt8(ascii: "e"), isExponent(&bytes) else { return nil }
    }
    return Double(text)
  }

  /// Whether the rest is a whole number.
  private static func isExponent(_ bytes: inout String.UTF8View.Iterator) -> Bool {
    var byte = bytes.next()
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { byte = bytes.next() }
    guard byte != nil else { return false }
    while let next = byte {
      guard next.isDigit else { return false }
      byte = bytes.next()
    }
    return true
  }

  /// 1 to 1e15, each exact.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
