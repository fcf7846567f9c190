import Numerics
import TestKit
import Testing

/// The coordinates in which densities are sampled, and the small matrices of mixtures.
@Suite("Coordinates of sampling", .limited)
struct CoordinateTests {
  static let shapes: [CoordinateShape] = [
    .normal, .logOfNormal(0.1), .logOfNormal(0.7), .soft(SoftRange(uniformIn: -3...5)),
    .soft(SoftRange(logarithmsIn: 0...1000)), .soft(SoftRange(logarithmsIn: 10...500)),
    .soft(SoftRange(logarithmsIn: 0.9...1.1)),
  ]

  @Test(arguments: shapes.indices)
  func densitiesAreThoseOfTheQuantiles(_ number: Int) {
    let shape = Self.shapes[number]
    let step = 1e-6
    for p in stride(from: 0.02, to: 0.99, by: 0.07) {
      let y = shape.quantile(p)
      let slope = 2 * step / (shape.quantile(p + step) - shape.quantile(p - step))
      #expect(
        Elementary.exp(shape.logDensity(Lanes(y))[0]).isNear(slope, relative: 1e-6), "\(p)")
    }
  }

  @Test func softRangesStayWithin() {
    for (range, ends) in [
      (SoftRange(uniformIn: -3...5), (-3.0, 5.0)),
      (SoftRange(logarithmsIn: 10...500), (Elementary.log(10), Elementary.log(500))),
    ] {
      for y in stride(from: -30.0, through: 30, by: 0.37) {
        let u = range.values(at: Lanes(y))[0]
        #expect(ends.0 - 1e-9 <= u && u <= ends.1 + 1e-9)
        if u > ends.0 + 0.01, u < ends.1 - 0.01 {
          #expect(range.coordinate(of: u).isNear(y, absolute: 1e-6))
        }
      }
    }
  }

  @Test(arguments: [
    (-2.0, 1.0), (-Double.infinity, 0.5), (3.0, 4.0), (-8.0, 30.0), (5.0, 5.01), (-0.1, 0.1),
    (-20.0, 20.0),
  ])
  func truncatedNormalsHaveTheirProbability(_ lower: Double, _ upper: Double) throws {
    let normal = try #require(TruncatedNormal(from: lower, through: upper))
    let total = NormalDistribution.logProbability(from: lower, through: upper)
    for y in stride(from: -6.0, through: 6, by: 0.173) {
      let u = normal.value(at: y)
      #expect(lower <= u && u <= upper)
      let below = NormalDistribution.logProbability(from: lower, through: u) - total
      // How far the last digit of a number near an end moves its probability.
      let digit = u.ulp / max(min(u - lower, upper - u), u.ulp)
      let expected = Elementary.log(NormalDistribution.cumulative(y))
      #expect(below.isNear(expected, absolute: 1e-6 + 4 * digit), "\(y)")
      // The way back serves starts, which need not be exact in a tail of a tail.
      if y.magnitude < 3 {
        #expect(normal.inverse(of: u).isNear(y, absolute: 2e-6 + 4 * digit))
      }
    }
  }

  @Test func nothingIsLeftFarOut() {
    #expect(TruncatedNormal(from: 60, through: 70) == nil)
  }

  @Test func matricesComeBackFromTheirFactors() throws {
    var random = SplitMix64(seed: 4)
    for dimension in 1...8 {
      var root = [8 of Lanes](repeating: .zero)
      for i in 0..<dimension {
        for j in 0..<dimension { root[i][j] = random.normal() }
        root[i] *= Elementary.exp10(Double(i - 3))
      }
      var matrix = [8 of Lanes](repeating: .zero)
      for i in 0..<dimension {
        for j in 0..<dimension { matrix[i][j] = (root[i] * root[j]).sum() }
      }
      let factor = try #require(LowerTriangle(of: matrix, dimension: dimension))
      let eigen = SymmetricEigen(of: matrix, dimension: dimension)
      let size = (0..<dimension).reduce(0) { $0 + matrix[$1][$1] }
      let (product, whole) = (factor.covariance, eigen.mapped { $0 })
      for i in 0..<dimension {
        for j in 0..<dimension {
          let scale = (matrix[i][i] * matrix[j][j]).squareRoot()
          #expect(product[i][j].isNear(matrix[i][j], absolute: 1e-9 * scale))
          #expect(whole[i][j].isNear(matrix[i][j], absolute: 1e-9 * size))
        }
      }
    }
    #expect(LowerTriangle(of: [8 of Lanes](repeating: .zero), dimension: 2) == nil)
  }

  @Test func componentsAreFound() throws {
    var covariance = [8 of Lanes](repeating: .zero)
    (covariance[0][0], covariance[1][1]) = (1, 1)
    let unit = try #require(LowerTriangle(of: covariance, dimension: 2))
    let parts = [(0.3, -4.0, 0.5), (0.7, 3.0, 1.0)].map { weight, mean, size in
      StudentMixture.Component(
        weight: weight, mean: Lanes(mean), factor: unit.scaled(by: size))
    }
    let truth = StudentMixture(parts, dimension: 2)
    let proposal = DefensiveMixture([.normal, .normal], share: 0.004, truth, blocks: 500)
    let points = proposal.draw(SamplingKey(seed: 9, unit: []))
    let even = [Lanes](repeating: Lanes(1 / Double(points.count)), count: points.blocks)
    let start = StudentMixture(
      [-1.0, 1.0].map { StudentMixture.Component(weight: 1, mean: Lanes($0), factor: unit) },
      dimension: 2)
    let fit = MixtureFit(points, weights: even)
    let found = try #require(fit.improved(start, steps: 100))
    let sorted = found.components.sorted { $0.mean[0] < $1.mean[0] }
    try #require(sorted.count == 2)
    for (own, part) in zip(sorted, parts) {
      #expect(own.weight.isNear(part.weight, absolute: 0.02))
      #expect(own.mean[0].isNear(part.mean[0], absolute: 0.1))
      #expect(own.factor.rows[0][0].isNear(part.factor.rows[0][0], absolute: 0.2))
    }
  }
}
