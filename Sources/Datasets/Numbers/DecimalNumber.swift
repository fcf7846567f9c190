import Support

/// Numbers as data files write them: `12`, `-3.40`, `.5`, `1.2e-10`.
enum DecimalNumber {
  /// The number that a text spells, correctly rounded.
  ///
  /// - Returns: `nil` for anything but a plain decimal number: no `nan`, `inf` or hexadecimal.
  static func value(of text: String) -> Double? {
    var text = text
    return text.withUTF8 { value(of: $0) }
  }

  /// The number that some bytes spell.
  static func value(of bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    var place = isNegative || bytes.first == UInt8(ascii: "+") ? 1 : 0
    var (digits, decimals, mantissa) = (0, 0, 0)
    var isAfterPoint = false
    while place < bytes.count {
      let byte = bytes[place]
      if byte.isDigit {
        // Beyond fifteen digits the value is not used, so it may wrap.
        mantissa = mantissa &* 10 &+ Int(byte &- UInt8(ascii: "0"))
        digits += 1
        if isAfterPoint { decimals += 1 }
      } else if byte == UInt8(ascii: "."), !isAfterPoint {
        isAfterPoint = true
      } else {
        break
      }
      place += 1
    }
    guard digits > 0 else { return nil }
    if place == bytes.count, digits <= 15 {
      // Both are exact in a double, so a single division rounds correctly.
      let value = Double(mantissa) / powersOfTen[decimals]
      return isNegative ? -value : value
    }
    if place < bytes.count {
      guard bytes[place] | 0x20 == UInt8(ascii: "e"),
        isExponent(UnsafeBufferPointer(rebasing: bytes[(place + 1)...]))
      else { return nil }
    }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether the rest is a whole number.
  private static func isExponent(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let isSigned = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
    let digits = bytes.dropFirst(isSigned ? 1 : 0)
    return !digits.isEmpty && digits.allSatisfy(\.isDigit)
  }

  /// 1 to 1e15, each exact.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
