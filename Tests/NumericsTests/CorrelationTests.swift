import Numerics
import TestKit
import Testing

@Suite("Correlation", .limited)
struct CorrelationTests {
  private static func rows() throws -> [ReferenceTable.Correlations.Row] {
    try ReferenceTable.read("correlation.json", as: ReferenceTable.Correlations.self).correlations
  }

  @Test func agreesWithScipy() throws {
    for row in try Self.rows() {
      let freedom = row.x.count - 2
      let pearson = Correlation.pearson(row.x, row.y)
      #expect(abs(pearson - row.pearson) <= 1e-14)
      let p = Correlation.twoSidedProbability(r: pearson, degreesOfFreedom: freedom)
      #expect(abs(p - row.pearsonProbability) <= 1e-11 * row.pearsonProbability)
      let spearman = Correlation.spearman(row.x, row.y)
      #expect(abs(spearman - row.spearman) <= 1e-14)
      let q = Correlation.twoSidedProbability(r: spearman, degreesOfFreedom: freedom)
      #expect(abs(q - row.spearmanProbability) <= 1e-11 * row.spearmanProbability)
      #expect(Correlation.ranks(row.x) == row.ranks)
    }
  }

  @Test func staysWithinOne() {
    let x = (0..<50).map { 0.1 + Double($0) / 7 }
    #expect(Correlation.pearson(x, x) == 1)
    #expect(Correlation.pearson(x, x.map { 3 - 0.7 * $0 }) == -1)
    #expect(Correlation.pearson(x.map { $0 * 1e200 }, x.map { $0 * 1e-200 }) == 1)
    #expect(Correlation.twoSidedProbability(r: 1, degreesOfFreedom: 3) == 0)
    #expect(Correlation.twoSidedProbability(r: -1, degreesOfFreedom: 3) == 0)
    #expect(Correlation.twoSidedProbability(r: 0, degreesOfFreedom: 3) == 1)
  }

  @Test func hasNoValueWhereItHasNoMeaning() {
    #expect(Correlation.pearson([], []).isNaN)
    #expect(Correlation.pearson([1], [2]).isNaN)
    #expect(Correlation.pearson([0.1, 0.1, 0.1], [1, 2, 3]).isNaN)
    #expect(Correlation.pearson([1, 2, 3], [7, 7, 7]).isNaN)
    #expect(Correlation.pearson([1, .nan, 3], [1, 2, 3]).isNaN)
    #expect(Correlation.pearson([1, .infinity, 3], [1, 2, 3]).isNaN)
    #expect(Correlation.spearman([1, .nan, 3], [1, 2, 3]).isNaN)
    #expect(Correlation.twoSidedProbability(r: 0.3, degreesOfFreedom: 0).isNaN)
    #expect(Correlation.twoSidedProbability(r: .nan, degreesOfFreedom: 9).isNaN)
  }

  @Test func ranksByMeanPlaces() {
    #expect(Correlation.ranks([]) == [])
    #expect(Correlation.ranks([5]) == [1])
    #expect(Correlation.ranks([3, 1, 2]) == [3, 1, 2])
    #expect(Correlation.ranks([2, 1, 2, 0, 2]) == [4, 2, 4, 1, 4])
    #expect(Correlation.ranks([0, -0.0]) == [1.5, 1.5])
    #expect(Correlation.ranks([.infinity, 1, -.infinity]) == [3, 2, 1])
    #expect(Correlation.ranks([1, .nan]).allSatisfy { $0.isNaN })
  }

  @Test func ofRanksIsOneForEveryRisingFunction() {
    let x = [0.3, 2.2, 0.1, 5.6, 1.7]
    #expect(Correlation.spearman(x, x.map { Elementary.exp($0) }) == 1)
  }
}

@Suite("Partial correlation", .limited)
struct PartialCorrelationTests {
  @Test func agreesWithTheResidualsOfNumpy() throws {
    let table = try ReferenceTable.read("correlation.json", as: ReferenceTable.Correlations.self)
    for row in table.correlations {
      let found = try PartialCorrelation(row.x, row.y, controls: row.controls)
      let tolerance = row.x[0] > 1e5 ? 1e-9 : 1e-12
      #expect(abs(found.r - row.partial) <= tolerance)
      #expect(found.degreesOfFreedom == row.x.count - 2 - row.controls.count)
      #expect(
        abs(found.probability - row.partialProbability) <= 1e3 * tolerance * row.partialProbability)
    }
  }

  /// r = (r_xy − r_xz r_yz) / √((1 − r_xz²)(1 − r_yz²)) for one control.
  @Test func keepsTheFormulaOfThreeCoefficients() throws {
    let x = [0.3, 2.2, 0.1, 5.6, 1.7, 3.3]
    let y = [1.2, 0.4, 3.3, 2.1, 0.9, 5.5]
    let z = [0.7, 0.9, 4.3, 3.2, 1.1, 2.0]
    let (xy, xz, yz) = (
      Correlation.pearson(x, y), Correlation.pearson(x, z), Correlation.pearson(y, z)
    )
    let exact = (xy - xz * yz) / ((1 - xz * xz) * (1 - yz * yz)).squareRoot()
    let partial = try PartialCorrelation(x, y, controls: [z])
    #expect(abs(partial.r - exact) < 1e-14)
    #expect(partial.degreesOfFreedom == 3)
    let whole = try PartialCorrelation(x, y, controls: [])
    #expect(abs(whole.r - xy) < 1e-15)
    #expect(whole.degreesOfFreedom == 4)
  }

  @Test func namesTheControlThatDependsOnOthers() {
    let x = [0.3, 2.2, 0.1, 5.6, 1.7, 3.3, 0.2]
    let y = [1.2, 0.4, 3.3, 2.1, 0.9, 5.5, 0.8]
    let z = [0.7, 0.9, 4.3, 3.2, 1.1, 2.0, 1.3]
    #expect(throws: PartialCorrelation.Failure.dependentControl(1)) {
      try PartialCorrelation(x, y, controls: [z, z.map { 2 - 3 * $0 }])
    }
    #expect(throws: PartialCorrelation.Failure.dependentControl(0)) {
      try PartialCorrelation(x, y, controls: [z.map { _ in 4 }])
    }
    #expect(throws: PartialCorrelation.Failure.dependentControl(0)) {
      try PartialCorrelation(x, y, controls: [z.map { _ in .nan }])
    }
    #expect(throws: PartialCorrelation.Failure.tooFewPairs) {
      try PartialCorrelation([1, 2, 4], [4, 1, 7], controls: [[7, 8, 4]])
    }
  }

  @Test func hasNoValueIfTheControlsLeaveNothing() throws {
    let x = [0.3, 2.2, 0.1, 5.6, 1.7, 3.3, 0.2]
    let y = [1.2, 0.4, 3.3, 2.1, 0.9, 5.5, 0.8]
    let found = try PartialCorrelation(x, y, controls: [x.map { 5 * $0 - 1 }])
    #expect(found.r.isNaN)
    #expect(found.probability.isNaN)
    let missing = try PartialCorrelation([1, 2, .nan, 3], [1, 2, 3, 5], controls: [])
    #expect(missing.r.isNaN)
  }
}
