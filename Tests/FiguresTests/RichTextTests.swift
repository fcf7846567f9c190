import Figures
import TestKit
import Testing

@Suite("Rich text", .limited)
struct RichTextTests {
  /// Widths at size 1,000 as `mock.py` of the style guide has them.
  @Test(arguments: [
    ("NGC7814", 4446, 4446), ("*V* (km/s)", 3722, 3890), ("Υ_{disk} = 0.51 ± 0.12", 8084, 8245),
    ("10^{−10}", 2333, 2333), ("χ^{2}", 925, 976), ("☉", 600, 600), ("", 0, 0),
  ])
  func isAsWideAsInHelvetica(markup: String, regular: Int, bold: Int) {
    let text = RichText(markup)
    #expect(abs(text.width(size: 1000, isBold: false) - Double(regular)) < 0.7)
    #expect(abs(text.width(size: 1000, isBold: true) - Double(bold)) < 0.7)
  }

  @Test(arguments: [
    ("*V*_{200}", "V200"), ("a * b", "a * b"), ("2 * 3 * 4", "2  3  4"), ("x_{open", "x_{open"),
    ("snake_case", "snake_case"), ("^", "^"), ("_{}", ""), ("a^{b}_{c}", "abc"),
  ])
  func takesMarksForMarkupOnlyInPairs(markup: String, plain: String) {
    #expect(RichText(markup).plain == plain)
  }

  @Test func standsALowerIndexUnderAnUpperOne() {
    let width = RichText("χ^{2}_{ν}").width(size: 1000, isBold: false)
    #expect(width == RichText("χ^{2}").width(size: 1000, isBold: false))
    #expect(RichText("χ^{2} _{ν}").width(size: 1000, isBold: false) > width)
  }

  @Test(arguments: [
    "NGC7814 of *many* words_{index} and more of them", "oneverylongwordwithoutspaces",
  ])
  func isCutAndBrokenToAnyLength(markup: String) {
    let text = RichText(markup)
    for length in [8, 20, 45, 90, 1000] {
      let cut = text.elided(to: Double(length), size: 6.5, isBold: false)
      #expect(cut.width(size: 6.5, isBold: false) <= Double(length))
      for line in text.lines(to: Double(length), size: 6.5, isBold: false) {
        #expect(line.width(size: 6.5, isBold: false) <= Double(length))
      }
    }
    #expect(text.elided(to: 1000, size: 6.5, isBold: false) == text)
    #expect(text.lines(to: 1000, size: 6.5, isBold: false) == [text])
  }

  @Test(arguments: [
    (0, 0, "0"), (0, -2, "0.00"), (5, -2, "0.05"), (-12500, 0, "−12,500"), (-5, 3, "−5,000"),
    (1_234_567, -1, "123,456.7"), (100, 0, "100"),
  ])
  func writesNumbersAsPeopleDo(count: Int, exponent: Int, text: String) {
    #expect(DecimalText.text(count, exponent: exponent) == text)
  }
}
