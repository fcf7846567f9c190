import Numerics
import TestKit
import Testing

@Suite("Normal distribution", .limited)
struct NormalDistributionTests {
  /// Rows of x and Φ(x), and of a, b and ln (Φ(b) − Φ(a)), from `normal.json`.
  static func rows(_ name: String) throws -> [[Double]] {
    try #require(try ReferenceTable.read("normal.json", as: [String: [[Double]]].self)[name])
  }

  @Test func agreesWithHighPrecision() throws {
    let rows = try Self.rows("cumulative")
    #expect(rows.count > 100)
    for row in rows {
      #expect(
        NormalDistribution.cumulative(row[0]).isNear(
          row[1], relative: 3e-15, absolute: .leastNonzeroMagnitude),
        "\(row[0])")
    }
  }

  @Test func agreesWithHighPrecisionBetweenTwoNumbers() throws {
    let rows = try Self.rows("between")
    #expect(rows.count > 100)
    for row in rows {
      let found = NormalDistribution.logProbability(from: row[0], through: row[1])
      #expect(found.isNear(row[2], relative: 1e-15, absolute: 1e-12), "\(row[0]), \(row[1])")
    }
  }

  @Test func hasAllOfTheProbabilityBetweenNoBounds() {
    func logarithm(_ lower: Double, _ upper: Double) -> Double {
      NormalDistribution.logProbability(from: lower, through: upper)
    }
    #expect(logarithm(-.infinity, .infinity) == 0)
    #expect(logarithm(-.infinity, 0).isNear(-Elementary.log(2)))
    #expect(logarithm(0, .infinity).isNear(-Elementary.log(2)))
    #expect(logarithm(2, 2) == -.infinity)
    #expect(logarithm(3, 2).isNaN && logarithm(.nan, 2).isNaN && logarithm(2, .nan).isNaN)
    let far = NormalDistribution.cumulative(-3)
    #expect(logarithm(3, .infinity).isNear(Elementary.log(far), relative: 1e-14))
    #expect(logarithm(-.infinity, -3) == logarithm(3, .infinity))
  }

  @Test func runsFromZeroToOne() {
    #expect(NormalDistribution.cumulative(0) == 0.5)
    #expect(NormalDistribution.cumulative(.infinity) == 1)
    #expect(NormalDistribution.cumulative(-.infinity) == 0)
    #expect(NormalDistribution.cumulative(.nan).isNaN)
    let rising = stride(from: -38.0, through: 7, by: 0.01).map(NormalDistribution.cumulative)
    #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func joinsItsTwoForms() {
    // √2 is where the continued fraction takes over.
    let border = 2.0.squareRoot()
    for step in -20...20 {
      let x = border + Double(step) * 1e-15
      let slope = 0.398_942_280_401_432_7 * Elementary.exp(-0.5 * x * x)
      let expected = NormalDistribution.cumulative(-border) - slope * (x - border)
      #expect(NormalDistribution.cumulative(-x).isNear(expected, relative: 4e-15))
    }
  }
}
