import Numerics
import TestKit
import Testing

@Suite("SplitMix64", .limited)
struct SplitMix64Tests {
  @Test func givesThePublishedSequence() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func beginsAnywhereInItsSequence() {
    var whole = SplitMix64(seed: 517)
    let numbers = (0..<100).map { _ in whole.next() }
    for start in [0, 1, 2, 57, 99] {
      var part = SplitMix64(seed: 517, after: UInt64(start))
      #expect((start..<100).map { _ in part.next() } == Array(numbers[start...]))
    }
  }

  @Test func givesTheSameUniformNumbersEverywhere() {
    var generator = SplitMix64(seed: 42)
    let numbers = (0..<3).map { _ in generator.uniform() }
    #expect(
      numbers == [0.741_564_878_771_823_3, 0.159_910_392_876_920_1, 0.278_601_130_255_138_66])
  }

  @Test func givesTheSameNormalNumbersEverywhere() {
    var generator = SplitMix64(seed: 42)
    let bits = (0..<4).map { _ in String(generator.normal().bitPattern, radix: 16) }
    #expect(
      bits == ["3fdf8c80e851c08c", "bfe6354b5f7dce79", "bff47f4af60c7f94", "bfecd98e78b167ae"])
  }

  /// With n = 100 000 draws the standard errors are 1/√n for the mean and √(2/n) for the variance;
  /// five of them are allowed.
  @Test func drawsFromTheNormalDistribution() {
    var generator = SplitMix64(seed: 7)
    let draws = (0..<100_000).map { _ in generator.normal() }
    let variance = Statistics.std(draws) * Statistics.std(draws)
    #expect(abs(Statistics.mean(draws)) < 5 * 0.003_162)
    #expect(abs(variance - 1) < 5 * 0.004_472)
    let within = Double(draws.filter { $0.magnitude < 1 }.count) / 100_000
    #expect(abs(within - 0.682_689) < 5 * 0.001_472)
    let shifted = draws.map { $0 + 0.05 }
    #expect(abs(Statistics.mean(shifted)) > 5 * 0.003_162)
  }

  @Test func staysInsideTheUnitInterval() {
    var generator = SplitMix64(seed: 3)
    let draws = (0..<100_000).map { _ in generator.uniform() }
    #expect(draws.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(abs(Statistics.mean(draws) - 0.5) < 5 * 0.000_913)
  }
}
