/// The digits of a number in the decimal system, `d.ddd × 10^exponent`, for rounding without the C
/// library.
package struct DecimalDigits: Equatable {
  /// From the first that is not zero; none for zero.
  package private(set) var digits: [Int]
  /// The place of the first digit: 0 for ones, −1 for tenths.
  package private(set) var exponent: Int
  private let isNegative: Bool

  /// The shortest digits that read back as the number.
  ///
  /// - Precondition: The number is finite.
  package init(_ number: Double) {
    precondition(number.isFinite, "a number that is not finite has no digits")
    isNegative = number < 0
    let parts = number.magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let all = mantissa.joined().compactMap(\.wholeNumberValue)
    let shift = parts.dropFirst().compactMap { Int($0) }.reduce(0, +)
    let zeros = all.prefix { $0 == 0 }.count
    digits = Array(all.dropFirst(zeros))
    exponent = digits.isEmpty ? 0 : mantissa[0].count - 1 - zeros + shift
  }

  /// Whether all digits are zero.
  package var isZero: Bool { digits.allSatisfy { $0 == 0 } }

  /// The number with exactly `count` digits, rounded half away from zero.
  package func rounded(to count: Int) -> DecimalDigits {
    var result = rounded(at: exponent - count + 1)
    // A carry all the way up leaves a zero more at the end.
    if result.digits.count > count { result.digits.removeLast() }
    return result
  }

  /// The same to a place, −2 for hundredths, a half going away from zero.
  package func rounded(at place: Int) -> DecimalDigits {
    var result = self
    let kept = exponent - place + 1
    if kept < 0 || digits.isEmpty {
      result.digits = []
      result.exponent = place
      return result
    }
    let isUp = kept < digits.count && digits[kept] >= 5
    result.digits = Array(digits.prefix(kept))
    result.digits += [Int](repeating: 0, count: kept - result.digits.count)
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
  package func moved(to place: Int) -> DecimalDigits {
    var result = self
    result.exponent = place
    return result
  }

  /// Written out to a place, with a true minus and commas; no minus before nothing but zeros.
  package func text(at place: Int) -> String {
    func digit(_ at: Int) -> String {
      let index = exponent - at
      return digits.indices.contains(index) ? "\(digits[index])" : "0"
    }
    var text = isNegative && !isZero ? "−" : ""
    for at in stride(from: max(exponent, 0), through: 0, by: -1) {
      text += digit(at)
      if at > 0, at % 3 == 0 { text += "," }
    }
    if place < 0 {
      text += "." + stride(from: -1, through: place, by: -1).map(digit).joined()
    }
    return text
  }
}
