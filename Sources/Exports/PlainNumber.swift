/// Reads the spellings of numbers whose nearest double takes one exact step.
///
/// A mantissa of at most 2⁵³ and a power of ten up to 10²² are doubles themselves, so their product
/// or quotient is rounded once, as it should be. Everything else is left to the standard library.
///
/// - SeeAlso: Clinger 1990, How to read floating point numbers accurately, PLDI '90.
enum PlainNumber {
  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The number that some bytes spell.
  ///
  /// - Parameters:
  ///   - bytes: A file.
  ///   - range: Where the number stands.
  /// - Returns: `nil` if it is no plain number: not digits with at most a sign before, a point
  ///   between and an exponent behind them, or not within reach of one exact step.
  static func double(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
    var position = range.lowerBound
    let isNegative = position < range.upperBound && bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    var mantissa: UInt64 = 0
    var exponent = 0
    func digits(after point: Bool) -> Bool {
      let start = position
      while position < range.upperBound {
        let digit = bytes[position] &- UInt8(ascii: "0")
        guard digit < 10 else { break }
        // Further digits make it too large in any case.
        guard mantissa < 1 << 53 else { return false }
        mantissa = mantissa * 10 + UInt64(digit)
        position += 1
      }
      if point { exponent -= position - start }
      return position > start
    }
    guard digits(after: false) else { return nil }
    if position < range.upperBound, bytes[position] == UInt8(ascii: ".") {
      position += 1
      guard digits(after: true) else { return nil }
    }
    if position < range.upperBound {
      guard bytes[position] == UInt8(ascii: "e"),
        let power = integer(bytes, position + 1..<range.upperBound)
      else { return nil }
      exponent += power
    }
    guard mantissa <= 1 << 53, (-22...22).contains(exponent) else { return nil }
    let magnitude =
      exponent < 0 ? Double(mantissa) / powers[-exponent] : Double(mantissa) * powers[exponent]
    return isNegative ? -magnitude : magnitude
  }

  /// The whole number that some bytes spell; `nil` if they are no plain one of at most 15 digits.
  static func integer(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let isNegative = !range.isEmpty && bytes[range.lowerBound] == UInt8(ascii: "-")
    let digits = range.dropFirst(isNegative ? 1 : 0)
    guard (1...15).contains(digits.count) else { return nil }
    var value = 0
    for position in digits {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return isNegative ? -value : value
  }
}
