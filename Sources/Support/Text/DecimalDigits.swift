/// A positive number as decimal digits: `d.ddd × 10^exponent`.
package struct DecimalDigits: Equatable {
  /// The digits, the first one not zero.
  package let digits: [Int]
  package let exponent: Int

  private init(_ digits: [Int], exponent: Int) {
    self.digits = digits
    self.exponent = exponent
  }

  /// The shortest digits that read back as the number.
  ///
  /// - Precondition: `value` is positive and finite.
  package init(_ value: Double) {
    precondition(value > 0 && value.isFinite, "only a positive number has digits")
    let parts = value.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let all = mantissa.joined().compactMap(\.wholeNumberValue)
    let shift = parts.dropFirst().compactMap { Int($0) }.reduce(0, +)
    let zeros = all.prefix { $0 == 0 }.count
    self.init(Array(all.dropFirst(zeros)), exponent: mantissa[0].count - 1 - zeros + shift)
  }

  /// The number with exactly `count` digits, rounded half away from zero.
  package func rounded(to count: Int) -> DecimalDigits {
    let zeros = [Int](repeating: 0, count: max(0, count - digits.count))
    guard digits.count > count, digits[count] >= 5 else {
      return DecimalDigits(digits.prefix(count) + zeros, exponent: exponent)
    }
    var kept = Array(digits.prefix(count))
    for place in kept.indices.reversed() {
      guard kept[place] == 9 else {
        kept[place] += 1
        return DecimalDigits(kept, exponent: exponent)
      }
      kept[place] = 0
    }
    return DecimalDigits([1] + kept.dropLast(), exponent: exponent + 1)
  }
}
