import Numerics
import TestKit
import Testing

/// Expected values are those of numpy 2.4.6 on the same list.
@Suite("Statistics", .limited)
struct StatisticsTests {
  static let values = [3.1, -2.5, 0.7, 9.25, 4.4, -1.125, 6.0]

  @Test func summariseAList() {
    #expect(abs(Statistics.mean(Self.values) - 2.832_142_857_142_857_7) < 1e-15)
    #expect(abs(Statistics.std(Self.values) - 3.824_561_466_124_354) < 2e-15)
    #expect(abs(Statistics.sampleStd(Self.values) - 4.130_998_524_512_422) < 2e-15)
    #expect(abs(Statistics.rms(Self.values) - 4.759_023_384_206_95) < 2e-15)
    #expect(Statistics.min(Self.values) == -2.5)
    #expect(Statistics.max(Self.values) == 9.25)
    #expect(Statistics.median(Self.values) == 3.1)
    #expect(Statistics.median([4, 1, 3, 2]) == 2.5)
  }

  @Test func giveTheQuantilesOfNumPy() {
    let expected = [
      (0, -2.5), (0.05, -2.0875), (0.16, -1.180_000_000_000_000_2), (0.5, 3.1), (0.84, 6.13),
      (0.9, 7.300_000_000_000_001), (1, 9.25),
    ]
    for (p, quantile) in expected {
      #expect(Statistics.quantile(p, of: Self.values) == quantile, "p = \(p)")
    }
    #expect(Statistics.quantile(0.3, of: [7]) == 7)
  }

  @Test func sumWithoutLosingSmallTerms() {
    #expect(Statistics.sum([1, 1e100, 1, -1e100]) == 2)
    #expect(Statistics.sum([Double](repeating: 0.1, count: 1_000_000)) == 100_000)
    // A plain sum must fail here, or the test says nothing.
    #expect([1, 1e100, 1, -1e100].reduce(0, +) != 2)
  }

  @Test func areStableFarFromZero() {
    let far = [1e9 + 1, 1e9 + 2, 1e9 + 3]
    #expect(Statistics.sampleStd(far) == 1)
  }

  @Test func giveNaNForNothingAndForNaN() {
    for list in [[], [1, .nan, 2], [.nan]] {
      #expect(Statistics.mean(list).isNaN)
      #expect(Statistics.std(list).isNaN)
      #expect(Statistics.sampleStd(list).isNaN)
      #expect(Statistics.rms(list).isNaN)
      #expect(Statistics.min(list).isNaN)
      #expect(Statistics.max(list).isNaN)
      #expect(Statistics.median(list).isNaN)
      #expect(Statistics.quantile(0.5, of: list).isNaN)
    }
    #expect(Statistics.sum([]) == 0)
    #expect(Statistics.sampleStd([1]).isNaN)
    #expect(Statistics.std([1]) == 0)
  }

  @Test func passInfinitiesThrough() {
    #expect(Statistics.sum([1, .infinity]) == .infinity)
    #expect(Statistics.sum([.infinity, -.infinity]).isNaN)
  }

  @Test func refuseAFractionOutsideItsRange() async {
    await #expect(processExitsWith: .failure) {
      _ = Statistics.quantile(1.5, of: [1])
    }
  }
}
