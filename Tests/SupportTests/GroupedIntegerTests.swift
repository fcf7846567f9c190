import Support
import TestKit
import Testing

@Suite("A grouped integer", .limited)
struct GroupedIntegerTests {
  static let cases: [(number: Int, text: String)] = [
    (0, "0"), (999, "999"), (3391, "3,391"), (105_875, "105,875"), (1_000_000, "1,000,000"),
    (-1234, "-1,234"), (-999, "-999"), (.min, "-9,223,372,036,854,775,808"),
  ]

  @Test(arguments: cases)
  func hasACommaBetweenThousands(number: Int, text: String) {
    #expect(number.grouped == text)
  }
}
