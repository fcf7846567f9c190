import Numerics
import TestKit
import Testing

@Suite("Ranges by count", .limited)
struct EvenRangeTests {
  private func decimal(_ text: String) throws -> ExactDecimal {
    try #require(ExactDecimal(text))
  }

  private func evenly(_ from: String, _ through: String, _ count: Int) throws -> [Double] {
    let values = ExactDecimal.evenly(
      from: try decimal(from), through: try decimal(through), count: count)
    return try #require(values)
  }

  @Test(arguments: [
    ("0.2", "1.5", 14, "0.1"), ("0.01", "5", 500, "0.01"), ("-1", "1", 201, "0.01"),
    ("1e-5", "9e-5", 9, "1e-5"), ("0", "1", 11, "0.1"), ("-0.7", "-0.1", 7, "0.1"),
    ("1e300", "9e300", 9, "1e300"), ("0.1", "1000", 10_000, "0.1"),
  ])
  func areThoseOfDecimalSteps(from: String, through: String, count: Int, step: String) throws {
    let steps = ExactDecimal.steps(
      from: try decimal(from), through: try decimal(through), step: try decimal(step))
    #expect(try evenly(from, through, count) == steps)
  }

  @Test func areTheNearestDoubles() throws {
    #expect(try evenly("0", "1", 4) == [0, 1.0 / 3, 2.0 / 3, 1])
    #expect(try evenly("0", "0.1", 8).dropFirst() == [1, 2, 3, 4, 5, 6, 7].map { $0 / 70.0 }[...])
    #expect(try evenly("-1", "1", 3) == [-1, 0, 1])
    #expect(try evenly("-1", "1", 3)[1].sign == .plus)
    #expect(try evenly("-1e308", "1e308", 3) == [-1e308, 0, 1e308])
    #expect(try evenly("-1.7e308", "1.7e308", 2) == [-1.7e308, 1.7e308])
    #expect(try evenly("5e-324", "1.5e-323", 3) == [1, 2, 3].map { $0 * .leastNonzeroMagnitude })
    #expect(try evenly("1e-300", "1e300", 3)[1] == 5e299)
    // A tie goes to the even neighbour.
    #expect(try evenly("9007199254740992", "9007199254740994", 3)[1] == 9_007_199_254_740_992)
  }

  /// A third that lies a part in 10³⁶ beside the middle between two doubles.
  @Test(arguments: [
    ("6006561667764371859e40", 2.002187222588124e+58),
    ("5118644518128170747e56", 1.706214839376057e+74),
    ("1498975833576036248e55", 4.9965861119201204e+72),
    ("4684299479925113275e53", 1.5614331599750376e+71),
  ])
  func areOnTheRightSideOfAMiddle(through: String, third: Double) throws {
    #expect(try evenly("0", through, 4)[1] == third)
    #expect(try evenly("-\(through)", "0", 4)[2] == -third)
  }

  /// The distance to the exact value is at most half of that between neighbours, in whole numbers.
  @Test func areNoFurtherThanHalfAStep() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let (from, through) = (
        Int128(Int.random(in: 1_000...99_999, using: &generator)),
        Int128(Int.random(in: 100_000...999_999, using: &generator))
      )
      let count = Int.random(in: 2...2_000, using: &generator)
      let values = try evenly("\(from)e-4", "\(through)e-4", count)
      for index in [0, 1, count / 2, count - 1] {
        let numerator = from * Int128(count - 1 - index) + through * Int128(index)
        let denominator = Int128(count - 1) * 10_000
        let value = values[index]
        // value = mantissa / 2^shift
        let shift = 52 - Int(value.exponent)
        let mantissa = Int128(value.significandBitPattern | 1 << 52)
        let distance = (numerator << Int128(shift)) - mantissa * denominator
        #expect(2 * distance.magnitude <= denominator.magnitude, "\(from) \(through) \(count)")
      }
    }
  }

  @Test func areNoneBetweenPlacesTooFarApart() throws {
    let (tiny, huge) = (try decimal("1e-900"), try decimal("1"))
    #expect(ExactDecimal.evenly(from: tiny, through: huge, count: 3) == nil)
  }
}
