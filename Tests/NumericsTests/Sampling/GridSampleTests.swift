import Numerics
import TestKit
import Testing

@Suite("Grids", .limited, .slow)
struct GridSampleTests {
  @Test func areExactForASmoothDensity() throws {
    for dimension in 1...3 {
      let grid = try #require(
        GridSample.sample(MadeDensity.normal(dimension, mean: 0.5, sigma: 0.1), from: []))
      let known = MadeDensity.logIntegral(dimension, mean: 0.5, sigma: 0.1)
      #expect(grid.logEvidence.isNear(known, absolute: 1e-7))
      #expect(Statistics.sum(grid.weights).isNear(1, relative: 1e-9))
    }
  }

  @Test func coverTwoTopsAndBends() throws {
    let two = try #require(GridSample.sample(MadeDensity.twoTops(2), from: []))
    #expect(two.logEvidence.isNear(MadeDensity.logIntegralOfTwoTops(2), absolute: 1e-3))
    let bent = try #require(GridSample.sample(MadeDensity.bent, from: []))
    #expect(bent.logEvidence.isNear(MadeDensity.logIntegralOfBent, absolute: 0.01))
  }
}
