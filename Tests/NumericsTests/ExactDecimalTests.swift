import Numerics
import TestKit
import Testing

@Suite("Exact decimal", .limited)
struct ExactDecimalTests {
  static func decimal(_ text: String) throws -> ExactDecimal {
    try #require(ExactDecimal(text), "'\(text)' is a number")
  }

  @Test(arguments: [
    ("0.2", 2, -1), ("1.50", 15, -1), ("-15e-1", -15, -1), ("0", 0, 0), ("-0.00e7", 0, 0),
    ("1200", 12, 2), ("1.2E+3", 12, 2), ("9223372036854775807", Int64.max, 0), ("0.1e1", 1, 0),
    ("10000000000000000000000000000000000000000000", 1, 43), ("-9223372036854775808", Int64.min, 0),
    ("0.0000000000000000000000000000000000000000000001", 1, -46),
  ])
  func readsJSONNumbers(_ text: String, _ mantissa: Int64, _ exponent: Int) throws {
    let number = try Self.decimal(text)
    #expect(number.mantissa == mantissa)
    #expect(number.exponent == exponent)
    #expect(number.double == Double(text))
  }

  @Test(arguments: [
    "", "-", "+1", ".5", "1.", "01", "1e", "1e+", "0x10", "1_000", " 1", "1 ", "nan", "inf", "1,5",
    "١", "--1", "1e5.0", "9223372036854775808", "12345678901234567890123", "1e10001",
    "1e99999999999999999999", "1.2.3",
  ])
  func refusesOtherTextAndWhatDoesNotFit(_ text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func comparesByValue() throws {
    let ascending = [
      "-1e300", "-2", "-1.5", "-1e-300", "0", "1e-300", "0.3", "0.30001", "3", "1e3",
    ]
    let numbers = try ascending.map(Self.decimal)
    for (i, a) in numbers.enumerated() {
      for (j, b) in numbers.enumerated() {
        #expect((a < b) == (i < j))
        #expect((a == b) == (i == j))
      }
    }
    #expect(try Self.decimal("1.50") == Self.decimal("15e-1"))
    #expect(try Self.decimal("9223372036854775807") < Self.decimal("1e19"))
  }

  @Test func addsAndMultipliesExactly() throws {
    #expect(try Self.decimal("0.1").adding(Self.decimal("0.2")) == Self.decimal("0.3"))
    #expect(try Self.decimal("0.1").multiplied(by: 3) == Self.decimal("0.3"))
    #expect(try Self.decimal("1.5").subtracting(Self.decimal("1.5")) == Self.decimal("0"))
    #expect(try Self.decimal("1e18").adding(Self.decimal("1e-18")) == nil)
    #expect(try Self.decimal("9223372036854775807").multiplied(by: 3) == nil)
    #expect(try Self.decimal("1e9000").adding(Self.decimal("0")) == Self.decimal("1e9000"))
    #expect(try Self.decimal("1e300").adding(Self.decimal("1")) == nil)
  }

  @Test func dividesWithRemainder() throws {
    #expect(try Self.decimal("1.3").isMultiple(of: Self.decimal("0.1")))
    #expect(try !Self.decimal("1.3").isMultiple(of: Self.decimal("0.2")))
    #expect(try !Self.decimal("1.3").isMultiple(of: Self.decimal("0")))
    #expect(try #require(Self.decimal("-1.3").quotient(by: Self.decimal("0.2"))).floor == -7)
    #expect(try #require(Self.decimal("1.3").quotient(by: Self.decimal("-0.2"))).floor == -7)
    #expect(try #require(Self.decimal("-1.3").quotient(by: Self.decimal("-0.2"))).floor == 6)
  }

  @Test(arguments: [
    ("0.2", "0.2"), ("1.50", "1.5"), ("-1200", "-1200"), ("0.000012", "0.000012"),
    ("0.00000001", "1e-8"), ("1e30", "1e30"), ("0", "0"), ("12.5e1", "125"), ("-0.75", "-0.75"),
  ])
  func isWrittenAsPeopleDo(_ text: String, _ written: String) throws {
    #expect(try Self.decimal(text).description == written)
    #expect(try Self.decimal(Self.decimal(text).description) == Self.decimal(text))
  }

  /// The values of a grid given by three literals.
  static func grid(_ from: String, _ through: String, _ step: String) throws -> [Double]? {
    try ExactDecimal.steps(from: decimal(from), through: decimal(through), step: decimal(step))
  }

  @Test func makesGridsOfTheDoublesThatTheirLiteralsGive() throws {
    let expected = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5]
    #expect(try Self.grid("0.2", "1.5", "0.1") == expected)
    // Sums of doubles drift: this is why the type exists.
    #expect(Array(stride(from: 0.2, through: 1.5, by: 0.1)) != expected)
    #expect(try Self.grid("1", "-1", "-0.5") == [1, 0.5, 0, -0.5, -1])
    #expect(try Self.grid("2", "2", "0.1") == [2])
    #expect(try Self.grid("1e-3", "3e-3", "1e-3") == [0.001, 0.002, 0.003])
  }

  @Test func refusesStepsThatDoNotFit() throws {
    #expect(try Self.grid("0.2", "1.5", "0.2") == nil)
    #expect(try Self.grid("0.2", "1.5", "-0.1") == nil)
    #expect(try Self.grid("0.2", "1.5", "0") == nil)
    #expect(try Self.grid("2", "2", "0") == nil)
  }

  @Test func namesTheNearestEnds() throws {
    let (from, through) = (try Self.decimal("0.2"), try Self.decimal("1.5"))
    let step = try Self.decimal("0.2")
    let ends = try #require(ExactDecimal.nearestEnds(from: from, through: through, step: step))
    #expect(ends.within.description == "1.4")
    #expect(ends.beyond.description == "1.6")
    let down = try #require(
      ExactDecimal.nearestEnds(from: through, through: from, step: Self.decimal("-0.2")))
    #expect(down.within.description == "0.3")
    #expect(down.beyond.description == "0.1")
    #expect(ExactDecimal.nearestEnds(from: through, through: from, step: step) == nil)
  }
}
