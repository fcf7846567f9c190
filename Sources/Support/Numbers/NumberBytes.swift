/// Spells numbers straight into memory, as their descriptions have them.
///
/// A column of a million numbers becomes text without a million texts.
package struct NumberBytes: Sendable {
  /// How many bytes a number has at most: a sign, 17 digits, a point and an exponent of three.
  package static let most = 24
  /// How many bytes there have to be where a number is written; what is behind it is overwritten.
  package static let room = most + DigitWords.written

  private let powers = PowersOfTen.halves

  package init() {}

  /// Lends a writer for many numbers.
  package func withWriter<Result>(_ body: (Writer) -> Result) -> Result {
    powers.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("there are powers of ten") }
      return body(Writer(powers: base))
    }
  }

  /// Writes numbers to places with room for ``NumberBytes/room`` bytes.
  package struct Writer {
    fileprivate let powers: UnsafePointer<UInt64>

    /// Writes a double as its description has it: the fewest digits that read back, with a point,
    /// and with an exponent below 0.0001 and above 2⁵³.
    ///
    /// - Returns: Where it ends.
    @inline(__always)
    package func write(
      _ value: Double, at start: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
      guard value.isFinite else {
        return Self.copy(value.isNaN ? "nan" : value < 0 ? "-inf" : "inf", to: start)
      }
      var end = start
      if value.sign == .minus {
        end.pointee = UInt8(ascii: "-")
        end += 1
      }
      if value == 0 { return Self.copy("0.0", to: end) }
      let shortest = ShortestDecimal(ofBits: value.magnitude.bitPattern, powers)
      return Self.write(
        DigitWords(shortest.digits), exponent: shortest.exponent,
        isLarge: value.magnitude > 0x1p53, at: end)
    }

    /// Writes a whole number.
    ///
    /// - Returns: Where it ends.
    @inline(__always)
    package func write(
      _ value: Int, at start: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
      var end = start
      if value < 0 {
        end.pointee = UInt8(ascii: "-")
        end += 1
      }
      let number = UInt64(value.magnitude)
      if number < 100_000_000 { return DigitWords.write(short: number, to: end) }
      let (upper, lower) = number.quotientAndRemainder(dividingBy: 100_000_000)
      if upper < 100_000_000 {
        end = DigitWords.write(short: upper, to: end)
      } else {
        let (first, second) = upper.quotientAndRemainder(dividingBy: 100_000_000)
        end = DigitWords.write(full: second, to: DigitWords.write(short: first, to: end))
      }
      return DigitWords.write(full: lower, to: end)
    }

    @inline(__always)
    private static func write(
      _ digits: DigitWords, exponent: Int, isLarge: Bool, at start: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
      // The value is 0.d₁d₂… times ten to the power of this.
      let point = digits.length + exponent
      if isLarge || point < -3 { return write(digits, power: point - 1, at: start) }
      if point <= 0 {
        let end = copy("0.000", to: start) - (3 + point)
        digits.write(to: end)
        return end + digits.count
      }
      if digits.count <= point {
        digits.write(to: start)
        return copy(".0", to: start + point)
      }
      digits.write(pointAfter: point, to: start)
      return start + (digits.count + 1)
    }

    /// Writes `d.ddde±xx`.
    private static func write(
      _ digits: DigitWords, power: Int, at start: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
      digits.write(pointAfter: 1, to: start)
      var end = start + (digits.count == 1 ? 1 : digits.count + 1)
      end = copy(power < 0 ? "e-" : "e+", to: end)
      let magnitude = UInt64(power.magnitude)
      if magnitude < 10 {
        end.pointee = UInt8(ascii: "0")
        end += 1
      }
      return DigitWords.write(short: magnitude, to: end)
    }

    @inline(__always)
    private static func copy(
      _ text: StaticString, to start: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
      start.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
      return start + text.utf8CodeUnitCount
    }
  }
}
