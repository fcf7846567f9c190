import Datasets
import Galaxies
import Support
import TestKit
import Testing

@Suite("A number of a file", .limited)
struct DecimalNumberTests {
  /// The number that a file with this text as a value has; `nil` if it is refused.
  private func number(_ text: String) -> Double? {
    let report = InputReport()
    let source = SourceText(name: "p.csv", text: Fixtures.points("A,1,2,3,\(text),5"))
    let mistakes = Mistakes(report)
    let curves = CurveTable(source, mistakes)?.curves
    mistakes.finish()
    return report.hasErrors ? nil : curves?.first?.curve.gasSpeed.first
  }

  @Test(arguments: [
    "0", "-0", "12", "+3.40", "-3.40", ".5", "5.", "1.2e-10", "1E5", "123456789012345",
    "0.000000000000001", "3.36", "0.1", "9007199254740993", "0.30000000000000004",
    "179769313486231570e291", "4.9e-324", "1.00000000000000000000001",
  ])
  func isRoundedCorrectly(_ text: String) throws {
    let expected = try #require(Double(text))
    #expect(number(text)?.bitPattern == expected.bitPattern)
  }

  @Test(arguments: [
    "nan", "inf", "-inf", "0x1p3", "1e", "1e+", "e5", ".", "-", "+-1", "1.2.3", "1d", "1_000",
    "1 2", "٣", "1e999",
  ])
  func isRefusedInAnyOtherSpelling(_ text: String) {
    #expect(number(text) == nil)
  }

  @Test(arguments: [
    ("5.0D-1", 0.5), ("1d5", 1e5), ("\u{2212}3.25", -3.25), ("–2", -2), ("1.5D+02", 150),
    ("\u{2212}1E\u{2212}3", -1e-3),
  ])
  func isReadInTheSpellingsOfFortranAndTypography(text: String, expected: Double) {
    #expect(number(text) == expected)
  }

  @Test func isRoundedCorrectlyForManyDecimals() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let whole = Int.random(in: 0..<100_000, using: &generator)
      let decimals = Int.random(in: 0..<1_000_000_000, using: &generator)
      let text = "\(whole).\(decimals)"
      #expect(number(text) == Double(text), "\(text)")
    }
  }
}
