import Numerics
import TestKit
import Testing

/// Diagnostics of chains and weights are those of the tool that people know them from.
@Suite("Draws, against arviz-stats", .limited)
struct SamplingReferenceTests {
  static let chains = (try? SamplingReference.read().chains) ?? []
  static let weights = (try? SamplingReference.read().weights) ?? []

  @Test func areThere() {
    #expect(Self.chains.count >= 12 && Self.weights.count >= 6)
  }

  @Test(arguments: chains)
  func chainsAreJudgedAlike(_ known: SamplingReference.Chains) {
    let found = ChainDiagnostics(known.chains)
    func agree(_ own: Double, _ other: Double) -> Bool { own.isNear(other, relative: 1e-10) }
    if let rHat = known.rHat { #expect(agree(found.rHat, rHat)) }
    #expect(agree(found.bulkSize, known.bulk))
    #expect(agree(found.tailSize, known.tail))
    #expect(agree(found.errorOfMean, known.mean))
    #expect(agree(found.errorOfStd, known.std))
    for row in known.quantiles { #expect(agree(found.errorOfQuantile(row[0]), row[1])) }
  }

  @Test(arguments: weights)
  func weightsAreSmoothedAlike(_ known: SamplingReference.Weights) {
    let found = SmoothedWeights(known.logs)
    #expect(found.shape.isNear(known.shape, relative: 1e-10))
    // Inputs that are the same may come in any order.
    for (own, other) in zip(found.logarithms.sorted(), known.smoothed.sorted()) {
      #expect(own.isNear(other, relative: 1e-10))
    }
  }

  @Test func pointsAreLeftOutAlike() throws {
    let known = try SamplingReference.read().leaveOneOut
    let found = LeaveOneOut(known.logs)
    for (own, other) in zip(found.logDensities, known.densities) {
      #expect(own.isNear(other, relative: 1e-10))
    }
    for (own, other) in zip(found.shapes, known.shapes) {
      #expect(own.isNear(other, relative: 1e-10))
    }
    #expect(found.effectiveParameters.isNear(known.parameters, relative: 1e-9))
  }

  @Test func normalAndBetaQuantilesAreThoseOfScipy() throws {
    let known = try SamplingReference.read()
    for row in known.normal {
      #expect(NormalDistribution.quantile(row[0]).isNear(row[1], relative: 2e-15), "\(row[0])")
    }
    for row in known.beta {
      let found = BetaDistribution.quantile(row[0], a: row[1], b: row[2])
      #expect(found.isNear(row[3], relative: 1e-10), "\(row)")
    }
  }

  @Test func densitiesOfStudentsDistributionAreThoseOfScipy() throws {
    for known in try SamplingReference.read().student {
      let dimension = known.mean.count
      var covariance = [8 of Lanes](repeating: .zero)
      var (mean, points) = (Lanes.zero, LanePoints(dimension: dimension, blocks: 1))
      for i in 0..<dimension {
        mean[i] = known.mean[i]
        for j in 0..<dimension { covariance[i][j] = known.covariance[i][j] }
        for place in 0..<8 { points[0, i][place] = known.places[place][i] }
      }
      let factor = try #require(LowerTriangle(of: covariance, dimension: dimension))
      let component = StudentMixture.Component(weight: 3, mean: mean, factor: factor)
      let found = StudentMixture([component], dimension: dimension).densities(at: points)
      for place in 0..<8 {
        #expect(found[0][place].isNear(known.densities[place], relative: 1e-9))
      }
    }
  }
}
