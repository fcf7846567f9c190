import Support
import TestKit
import Testing

@Suite("A number in a sentence", .limited)
struct WrittenNumberTests {
  @Test(arguments: [
    (0.06891, 3, "0.0689"), (0.06891, 4, "0.06891"), (2850, 3, "2,850"), (-0.17, 2, "−0.17"),
    (0, 3, "0"), (-0.0, 3, "0"), (0.9996, 3, "1.00"), (999_999.6, 3, "1.00 × 10^6"),
    (123_456.7, 3, "123,457"),
    (1_234_567, 3, "1.23 × 10^6"), (1.2e-10, 3, "1.20 × 10^−10"), (0.0001, 1, "0.0001"),
    (-0.00005, 1, "−5 × 10^−5"), (12.345, 4, "12.35"), (.nan, 3, "–"), (.infinity, 3, "–"),
  ])
  func isRoundedToItsDigits(value: Double, digits: Int, text: String) {
    #expect(value.written(digits: digits) == text)
  }

  @Test func isExactWhereItIsWhole() {
    #expect(12_345_678.0.writtenWhole(digits: nil) == "12,345,678")
    #expect((-1200.0).writtenWhole(digits: nil) == "−1,200")
    #expect(12_345_678.0.writtenWhole(digits: 2) == "1.2 × 10^7")
  }
}
