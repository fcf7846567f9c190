import Models
import Numerics
import TestKit
import Testing

/// Values drawn from a prior have its distribution as the bounds cut it.
@Suite("A value drawn from a prior", .limited)
struct FitRangeDrawTests {
  /// A prior, and the share of it below some values within the bounds.
  struct Example: Sendable, CustomTestStringConvertible {
    let range: FitRange
    let shares: [(value: Double, below: Double)]

    var testDescription: String { "\(range.prior) in \(range.lower) to \(range.upper)" }
  }

  /// Φ(1) = 0.8413, Φ(2) = 0.9772; what bounds cut off is shared by the rest.
  static let examples = [
    Example(range: FitRange(2, 6), shares: [(3, 0.25), (5, 0.75)]),
    Example(range: FitRange(0.1, 1000, .logUniform), shares: [(1, 0.25), (10, 0.5), (100, 0.75)]),
    Example(
      range: FitRange(-.infinity ... .infinity, .normal(mean: 5, sigma: 2)),
      shares: [(3, 0.158_655_3), (5, 0.5), (9, 0.977_249_9)]),
    // Half of it is beyond the end.
    Example(
      range: FitRange(1...90, .normal(mean: 90, sigma: 5)), shares: [(85, 0.317_310_5)]),
    // Wider than its bounds: Φ(1/2) − Φ(−1/2) = 0.3829 of it lies within.
    Example(
      range: FitRange(0...1, .normal(mean: 0.5, sigma: 1)),
      shares: [(0.5, 0.5), (0.25, 0.5 - 0.098_706_3 / 0.382_924_9)]),
    Example(
      range: FitRange(0 ... .infinity, .lognormal(median: 3, dex: 0.5)),
      shares: [(3, 0.5), (3 * 3.162_277_66, 0.841_344_7)]),
    Example(
      range: FitRange(0...100, .lognormal(median: 100, dex: 1)), shares: [(10, 0.317_310_5)]),
  ]

  @Test(arguments: examples)
  func followsIt(_ example: Example) {
    var random = SplitMix64(seed: 41)
    let count = 20_000
    let drawn = (0..<count).map { _ in example.range.draw(&random) }
    #expect(drawn.allSatisfy { $0 >= example.range.lower && $0 <= example.range.upper })
    for (value, below) in example.shares {
      let share = Double(drawn.count { $0 < value }) / Double(count)
      #expect(abs(share - below) < 5 * (below * (1 - below) / Double(count)).squareRoot())
    }
  }

  @Test func isTheCentreWithoutWidth() {
    var random = SplitMix64(seed: 1)
    #expect(FitRange(0...9, .normal(mean: 4, sigma: 0)).draw(&random) == 4)
    #expect(FitRange(3, 3).draw(&random) == 3)
    let median = FitRange(0...9, .lognormal(median: 4, dex: 0)).draw(&random)
    #expect(median.isNear(4, relative: 1e-15))
  }

  /// However narrow the bounds and however wide the prior, few values are thrown away.
  @Test func endsSoon() {
    var random = SplitMix64(seed: 2)
    for sigma in [1e-9, 0.9, 1, 1.1, 1e9] {
      let range = FitRange(0...1, .normal(mean: 1, sigma: sigma))
      for _ in 0..<1000 { #expect((0...1).contains(range.draw(&random))) }
    }
  }

  @Test func hasACentreWithinItsBounds() async {
    await #expect(processExitsWith: .failure) {
      var random = SplitMix64(seed: 1)
      _ = FitRange(0...1, .normal(mean: 2, sigma: 1)).draw(&random)
    }
  }
}
