import Numerics
import TestKit
import Testing

/// Eight numbers side by side have the bits of the single ones, whatever their neighbours.
@Suite("Lanes", .limited)
struct LanesTests {
  struct Function: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let one: @Sendable (Double) -> Double
    let eight: @Sendable (Lanes) -> Lanes
  }

  static let functions: [Function] = [
    .init(testDescription: "exp", one: { Elementary.exp($0) }, eight: { Elementary.exp($0) }),
    .init(testDescription: "expm1", one: { Elementary.expm1($0) }, eight: { Elementary.expm1($0) }),
    .init(
      testDescription: "exp10", one: { Elementary.exp10($0) }, eight: { Elementary.exp10($0) }),
    .init(
      testDescription: "1 - exp", one: { Elementary.oneMinusExp(minus: $0) },
      eight: { Elementary.oneMinusExp(minus: $0) }),
    .init(testDescription: "log", one: { Elementary.log($0) }, eight: { Elementary.log($0) }),
    .init(testDescription: "log10", one: { Elementary.log10($0) }, eight: { Elementary.log10($0) }),
    .init(testDescription: "log1p", one: { Elementary.log1p($0) }, eight: { Elementary.log1p($0) }),
    .init(testDescription: "tanh", one: { Elementary.tanh($0) }, eight: { Elementary.tanh($0) }),
    .init(testDescription: "atan", one: { Elementary.atan($0) }, eight: { Elementary.atan($0) }),
    .init(
      testDescription: "pow 1.7", one: { Elementary.pow($0, 1.7) },
      eight: { Elementary.pow($0, Lanes(1.7)) }),
    .init(
      testDescription: "pow -3", one: { Elementary.pow($0, -3) },
      eight: { Elementary.pow($0, Lanes(-3)) }),
    .init(
      testDescription: "2 to the power", one: { Elementary.pow(2, $0) },
      eight: { Elementary.pow(Lanes(2), $0) }),
  ]

  /// Numbers at which something changes: zones of polynomials, overflow, signs, what is no number.
  static let special: [Double] = [
    0, -0.0, 1, -1, 2, 3, 4, 0.5, 0.4375, 0.6875, 1.1875, 2.4375, 20, 19.999_999, 709.78, 710, 711,
    -745.13, -746, -747, 50, -50, 308.25, 310, -323.6, -330, 1e-300, 0x1p-1022, 0x1p-1074, 1e300,
    .greatestFiniteMagnitude, .infinity, -.infinity, .nan, 1e-17, -1e-17, 0x1p-28,
  ]

  @Test("each lane is the single number", arguments: functions)
  func bits(_ function: Function) {
    var random = SplitMix64(seed: 17)
    var numbers = Self.special + Self.special.map { -$0 } + Self.special.map(\.nextUp)
    for _ in 0..<20_000 {
      numbers.append((random.uniform() - 0.3) * Elementary.exp10(20 * random.uniform() - 14))
      numbers.append(Double(bitPattern: random.next()))
    }
    let first = numbers[0]
    while numbers.count % Lanes.count != 0 { numbers.append(first) }
    var wrong: [Double] = []
    for start in stride(from: 0, to: numbers.count, by: Lanes.count) {
      let block = Lanes(numbers[start..<(start + Lanes.count)])
      let results = function.eight(block)
      for lane in 0..<Lanes.count {
        let one = function.one(block[lane])
        let isSame =
          one.bitPattern == results[lane].bitPattern || (one.isNaN && results[lane].isNaN)
        if !isSame { wrong.append(block[lane]) }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) differ, such as \(wrong.prefix(3))")
  }

  @Test("heads, signs and bounds are those of the single number")
  func parts() {
    var random = SplitMix64(seed: 18)
    for _ in 0..<1000 {
      let block = Lanes((0..<8).map { _ in 100 * random.uniform() - 50 })
      for lane in 0..<8 {
        #expect(block.head[lane] == block[lane].head)
        #expect(block.magnitude[lane] == block[lane].magnitude)
        #expect(block.atLeast(3)[lane] == max(3, block[lane]))
        #expect(block.atMost(3)[lane] == min(3, block[lane]))
        #expect(
          Lanes(signOf: block, magnitudeOf: Lanes(2))[lane]
            == Double(signOf: block[lane], magnitudeOf: 2))
      }
    }
  }
}
