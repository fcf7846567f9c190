import Support
import TestKit
import Testing

@Suite("Number bytes", .limited)
struct NumberBytesTests {
  private static let numbers = NumberBytes()

  private static func text(_ write: (NumberBytes.Writer, UnsafeMutablePointer<UInt8>) -> Int)
    -> String
  {
    numbers.withWriter { writer in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: NumberBytes.room) { room in
        let count = room.baseAddress.map { write(writer, $0) } ?? 0
        return String(decoding: room.prefix(count), as: UTF8.self)
      }
    }
  }

  private static func text(_ value: Double) -> String {
    text { $0.write(value, at: $1) - $1 }
  }

  /// The numbers that are not spelled as their descriptions.
  private func wrong(_ values: some Sequence<Double>) -> [Double] {
    values.filter { Self.text($0) != $0.description }
  }

  @Test("spells the doubles about every power of two as their descriptions have them")
  func isRightAboutPowersOfTwo() {
    let powers = (-1074...1023).map { Double(sign: .plus, exponent: $0, significand: 1) }
    #expect(wrong(powers.flatMap { [$0, $0.nextUp, $0.nextDown, -$0] }) == [])
  }

  @Test("spells the doubles about every power of ten as their descriptions have them")
  func isRightAboutPowersOfTen() throws {
    let powers = try (-323...308).map { try #require(Double("1e\($0)")) }
    #expect(wrong(powers.flatMap { [$0, $0.nextUp, $0.nextDown, -$0] }) == [])
  }

  @Test(
    "spells what is special",
    arguments: [
      (0, "0.0"), (-0.0, "-0.0"), (.infinity, "inf"), (-.infinity, "-inf"),
      (.leastNonzeroMagnitude, "5e-324"),
      (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (0x1p53, "9007199254740992.0"),
      ((0x1p53).nextUp, "9.007199254740994e+15"), (0.0001, "0.0001"), (0.00001, "1e-05"),
      (1e15, "1000000000000000.0"), (1e16, "1e+16"), (-12.5, "-12.5"), (100, "100.0"),
    ])
  func isRightAtEdges(value: Double, text: String) {
    #expect(Self.text(value) == value.description)
    #expect(Self.text(value) == text)
  }

  @Test("spells random bit patterns, short decimals and whole numbers as their descriptions do")
  func isRightAnywhere() {
    var generator = SeededGenerator(seed: 5)
    let patterns = (0..<20_000).map { _ in Double(bitPattern: generator.next()) }
    #expect(wrong(patterns.filter(\.isFinite)) == [])
    let decimals = (0..<20_000).map { _ in Double(generator.next() >> 40) / 1000 }
    #expect(wrong(decimals) == [])
    let wholes = (0..<5_000).map { Double(generator.next() >> UInt64(10 + $0 % 50)) }
    #expect(wrong(wholes) == [])
  }

  @Test("spells whole numbers", arguments: [0, 7, -7, 10, 99, 100, 12_345_678, 100_000_000, .max])
  func isRightOfIntegers(value: Int) {
    #expect(Self.text { $0.write(value, at: $1) - $1 } == value.description)
    #expect(Self.text { $0.write(-value, at: $1) - $1 } == (-value).description)
  }
}
