/// The digits of a number in the decimal system, for rounding without the C library.
struct DecimalDigits {
  /// From the first that is not zero; none for zero.
  private var digits: [UInt8]
  /// The place of the first digit: 0 for ones, −1 for tenths.
  private(set) var exponent: Int
  private let isNegative: Bool

  /// - Precondition: The number is finite.
  init(_ number: Double) {
    precondition(number.isFinite, "a number that is not finite has no digits")
    isNegative = number < 0
    let text = "\(number.magnitude)"
    let halves = text.split(separator: "e")
    let mantissa = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    let scale = halves.count > 1 ? Int(halves[1]) ?? 0 : 0
    let all = mantissa.joined().utf8.map { $0 - UInt8(ascii: "0") }
    let leading = all.prefix { $0 == 0 }.count
    digits = Array(all.dropFirst(leading))
    exponent = mantissa[0].utf8.count - 1 - leading + scale
    if digits.isEmpty { exponent = 0 }
  }

  var isZero: Bool { digits.allSatisfy { $0 == 0 } }

  /// The same to so many digits, a half going away from zero.
  func rounded(to count: Int) -> DecimalDigits { rounded(at: exponent - count + 1) }

  /// The same to a place: −2 for hundredths.
  func rounded(at place: Int) -> DecimalDigits {
    var result = self
    let kept = exponent - place + 1
    if kept < 0 || digits.isEmpty {
      result.digits = []
      result.exponent = place
      return result
    }
    let isUp = kept < digits.count && digits[kept] >= 5
    result.digits = Array(digits.prefix(kept))
    result.digits += [UInt8](repeating: 0, count: kept - result.digits.count)
    guard isUp else { return result }
    var position = kept - 1
    while position >= 0, result.digits[position] == 9 {
      result.digits[position] = 0
      position -= 1
    }
    if position >= 0 {
      result.digits[position] += 1
    } else {
      result.digits.insert(1, at: 0)
      result.exponent += 1
    }
    return result
  }

  /// The same digits with the first at another place.
  func moved(to place: Int) -> DecimalDigits {
    var result = self
    result.exponent = place
    return result
  }

  /// Written out to a place, with a true minus and commas; no minus before nothing but zeros.
  func text(at place: Int) -> String {
    func digit(_ at: Int) -> String {
      let index = exponent - at
      return digits.indices.contains(index) ? "\(digits[index])" : "0"
    }
    let top = max(exponent, 0)
    var whole = ""
    for at in stride(from: top, through: 0, by: -1) {
      whole += digit(at)
      if at > 0, at % 3 == 0 { whole += "," }
    }
    var text = whole
    if place < 0 {
      text += "." + stride(from: -1, through: place, by: -1).map(digit).joined()
    }
    return (isNegative && !isZero ? "−" : "") + text
  }
}
