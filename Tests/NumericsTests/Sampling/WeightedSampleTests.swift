import Numerics
import TestKit
import Testing

@Suite("Weighted samples", .limited)
struct WeightedSampleTests {
  @Test func areLikeRepeatedValues() {
    let weighted = WeightedSample([5, 1, 3], weights: [1, 2, 1])
    #expect(weighted.values == [1, 3, 5] && weighted.weights == [0.5, 0.25, 0.25])
    #expect(weighted.mean == 2.5)
    let variance: Double = 0.5 * 2.25 + 0.25 * 0.25 + 0.25 * 6.25
    #expect(weighted.std.isNear(variance.squareRoot()))
    #expect(weighted.effectiveSize.isNear(1 / 0.375))
    // Half of each weight lies below its value: at 0.25, 0.625 and 0.875.
    #expect(weighted.quantile(0.1) == 1 && weighted.quantile(0.625).isNear(3))
    #expect(weighted.quantile(0.4375).isNear(2) && weighted.quantile(0.99) == 5)
    #expect(weighted.weight(from: 1, through: 3) == 0.75)
    #expect(weighted.weight(from: 1.5, through: 2.5) == 0)
  }

  @Test func leaveOutWhatHasNoWeight() {
    #expect(WeightedSample([1, .nan, 3], weights: [1, 0, 1]).values == [1, 3])
    #expect(WeightedSample([], weights: []).quantile(0.5).isNaN)
  }

  @Test func knowNormalDeviates() {
    let count = 4000
    let values = (0..<count).map { NormalDistribution.quantile((Double($0) + 0.5) / 4000) }
    // Twice as many where they are positive, half the weight each.
    let weights = values.map { $0 > 0 ? 0.5 : 1.0 } + values.filter { $0 > 0 }.map { _ in 0.5 }
    let sample = WeightedSample(values + values.filter { $0 > 0 }, weights: weights)
    #expect(sample.mean.isNear(0, absolute: 1e-9) && sample.std.isNear(1, relative: 2e-3))
    #expect(sample.quantile(0.841_344_75).isNear(1, absolute: 1e-3))
    #expect(sample.errorOfMean.isNear((3.0 / 4 / 4000).squareRoot(), relative: 0.01))
    // √(p (1 − p) / n) over the density, for a number of equal weights between.
    let expected = 1.2533 * sample.errorOfMean
    #expect(sample.errorOfQuantile(0.5).isNear(expected, relative: 0.05))
    let interval = sample.densestInterval(0.682_689_5)
    #expect(interval.lower.isNear(-1, absolute: 0.1) && interval.upper.isNear(1, absolute: 0.1))
    let entropy = 0.5 * (1 + Elementary.log(2 * .pi))
    #expect(sample.entropy.isNear(entropy, absolute: 0.02))
  }

  @Test func findTheDensestIntervalAtAnEdge() {
    let values = (0..<1000).map { -Elementary.log((Double($0) + 0.5) / 1000) }
    let interval = WeightedSample(values).densestInterval(0.68)
    #expect(interval.lower < 0.01)
    #expect(interval.upper.isNear(-Elementary.log(0.32), relative: 0.02))
  }
}
