import Numerics
import TestKit
import Testing

@Suite("Chains", .limited, .slow)
struct ChainSampleTests {
  /// A distribution that is near none of the densities in form.
  private static func rough(_ dimension: Int) throws -> StudentMixture {
    var covariance = [8 of Lanes](repeating: .zero)
    for k in 0..<dimension { covariance[k][k] = 1 }
    let factor = try #require(LowerTriangle(of: covariance, dimension: dimension))
    return StudentMixture(
      [StudentMixture.Component(weight: 1, mean: .zero, factor: factor)], dimension: dimension)
  }

  @Test func followADensityAndFindItsIntegral() throws {
    let sample = ChainSample(
      MadeDensity.bent, near: try Self.rough(4), key: SamplingKey(seed: 5, unit: []))
    #expect(sample.isTrusted)
    #expect(sample.logEvidence.isNear(MadeDensity.logIntegralOfBent, absolute: 4 * sample.error))
    #expect(sample.error < 0.05)
    // The first coordinate is even about zero.
    let first = sample.diagnostics[0]
    let values = (0..<sample.points.count).map { sample.points[$0][0] }
    #expect(Statistics.mean(values).isNear(0, absolute: 4 * first.errorOfMean))
  }

  @Test func haveTheSameBitsAgain() throws {
    let key = SamplingKey(seed: 6, unit: [])
    let density = MadeDensity.normal(3, mean: 0.5, sigma: 0.3)
    let one = ChainSample(density, near: try Self.rough(3), key: key)
    let other = ChainSample(density, near: try Self.rough(3), key: key)
    #expect(one.points.lanes == other.points.lanes && one.logEvidence == other.logEvidence)
    #expect(
      one.logEvidence.isNear(
        MadeDensity.logIntegral(3, mean: 0.5, sigma: 0.3), absolute: 4 * one.error))
  }
}
