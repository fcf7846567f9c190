/// Spells numbers straight into memory, as their descriptions have them.
///
/// A column of a million numbers becomes text without a million texts.
package struct NumberBytes: Sendable {
  /// How many bytes a number has at most: a sign, 17 digits, a point and an exponent of three.
  package static let most = 24
  /// How many bytes there have to be where a number is written; what is behind it is overwritten.
  package static let room = most + WholeDigits.copied

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
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: WholeDigits.room) { room in
        Self.write(
          WholeDigits(shortest.digits, in: room), exponent: shortest.exponent,
          isLarge: value.magnitude > 0x1p53, at: end)
      }
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
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: WholeDigits.room) { room in
        let digits = WholeDigits(UInt64(value.magnitude), in: room)
        return digits.copy(from: 0, count: digits.count, to: end)
      }
    }

    @inline(__always)
    private static func write(
      _ whole: WholeDigits, exponent: Int, isLarge: Bool, at start: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
      let digits = whole.withoutZerosAtEnd
      let count = digits.count
      // The value is 0.d₁d₂… times ten to the power of this.
      let point = whole.count + exponent
      if isLarge || point < -3 { return write(digits, power: point - 1, at: start) }
      if point <= 0 {
        var end = copy("0.", to: start)
        end.update(repeating: UInt8(ascii: "0"), count: -point)
        end += -point
        return digits.copy(from: 0, count: count, to: end)
      }
      if count <= point {
        let end = digits.copy(from: 0, count: count, to: start)
        end.update(repeating: UInt8(ascii: "0"), count: point - count)
        return copy(".0", to: end + (point - count))
      }
      let end = digits.copy(from: 0, count: point, to: start)
      end.pointee = UInt8(ascii: ".")
      return digits.copy(from: point, count: count - point, to: end + 1)
    }

    /// Writes `d.ddde±xx`.
    private static func write(
      _ digits: WholeDigits, power: Int, at start: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
      var end = digits.copy(from: 0, count: 1, to: start)
      if digits.count > 1 {
        end.pointee = UInt8(ascii: ".")
        end = digits.copy(from: 1, count: digits.count - 1, to: end + 1)
      }
      end = copy(power < 0 ? "e-" : "e+", to: end)
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: WholeDigits.room) { room in
        let magnitude = UInt64(power.magnitude)
        if magnitude < 10 {
          end.pointee = UInt8(ascii: "0")
          end += 1
        }
        let digits = WholeDigits(magnitude, in: room)
        return digits.copy(from: 0, count: digits.count, to: end)
      }
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
