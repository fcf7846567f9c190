import Console
import TestKit
import Testing

@Suite("A number format", .limited)
struct NumberFormatTests {
  static let measured: [(value: Double, text: String)] = [
    (8.784, "8.784"),
    (1_234_567, "1.235e6"),
    (0.000_012_34, "1.234e-5"),
    (0.000_123_4, "0.0001234"),
    (.nan, "–"),
    (.infinity, "inf"),
    (-.infinity, "-inf"),
    (0, "0"),
    (-0.0, "0"),
    (0.94, "0.9400"),
    (-0.05061, "-0.05061"),
    (5, "5.000"),
    (99.999, "100.0"),
    (9.9996, "10.00"),
    (0.000_099_999_9, "0.0001000"),
    (12_345.6, "12346"),
    (999_999.4, "999999"),
    (999_999.6, "1.000e6"),
    (1e300, "1.000e300"),
    (.leastNonzeroMagnitude, "5.000e-324"),
    (.greatestFiniteMagnitude, "1.798e308"),
    (0.1 + 0.2, "0.3000"),
    (1e16, "1.000e16"),
  ]

  @Test(arguments: measured)
  func writesFourDigits(value: Double, text: String) {
    #expect(NumberFormat(digits: 4).text(value) == text)
  }

  static let settings: [(value: Double, text: String)] = [
    (0.5, "0.5"), (5, "5"), (1.2e-10, "1.2e-10"), (100, "100"), (1e6, "1e6"), (0.1 + 0.2, "0.3"),
  ]

  @Test(arguments: settings)
  func leavesZerosOut(value: Double, text: String) {
    #expect(NumberFormat(digits: 6, keepsZeros: false).text(value) == text)
  }

  @Test func roundsAsOnPaper() {
    let format = NumberFormat(digits: 1)
    #expect([0.15, 0.25, 0.35, 0.95].map(format.text) == ["0.2", "0.3", "0.4", "1"])
  }

  /// A number with 17 digits loses none of them.
  @Test func readsBackWithAllDigits() {
    var state: UInt64 = 517
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite else { continue }
      #expect(Double(NumberFormat(digits: 17).text(value)) == value)
    }
  }
}
