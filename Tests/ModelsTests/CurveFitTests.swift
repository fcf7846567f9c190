import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// What a fit says about its quality, against the definitions.
@Suite("Curve fit", .limited)
struct CurveFitTests {
  static let names = ModelCatalogue.names

  /// A noisy curve that reaches beyond 10 kpc, and a law to fit to it.
  static func made(_ name: String) throws -> (law: any RotationLaw.Type, galaxy: MadeGalaxy) {
    let law = try #require(ModelCatalogue.law(named: name))
    var generator = SplitMix64(seed: 50)
    var galaxy = MadeGalaxy(points: 14, &generator)
    galaxy.curve.radius = (1...14).map { 1.25 * Double($0) }
    return (law, galaxy.following(law, law.card.example).disturbed(by: 1, &generator))
  }

  /// The derivatives of the speed at every point, by differences.
  static func derivatives(
    _ galaxy: MadeGalaxy, _ law: any RotationLaw.Type, _ values: [Double]
  ) -> [[Double]] {
    values.indices.map { index in
      galaxy.curve.radius.indices.map { i in
        RotationLawTests.derivative(
          of: { shifted in
            var moved = values
            moved[index] = shifted
            return galaxy.speed(of: law, moved, MassToLight())[i]
          }, at: values[index], step: 0.004 * values[index])
      }
    }
  }

  static func sum(_ weight: [Double], _ one: [Double], _ other: [Double]) -> Double {
    weight.indices.reduce(0) { $0 + weight[$1] * one[$1] * other[$1] }
  }

  @Test(arguments: names)
  func hasErrorsFromTheCovariance(_ name: String) throws {
    let (law, galaxy) = try Self.made(name)
    let fit = try galaxy.fit(law).get()
    #expect(fit.status == .interior)
    let columns = Self.derivatives(galaxy, law, fit.values(of: law))
    let weight = WeightedCurve(galaxy.curve).weight
    let curvature = columns.map { column in columns.map { Self.sum(weight, column, $0) } }
    for index in columns.indices {
      let minor = Self.determinant(Self.without(index, index, curvature))
      let expected = (minor / Self.determinant(curvature)).squareRoot()
      #expect(fit.errors.law[index].isNear(expected, relative: 1e-6))
    }
  }

  /// A matrix without one row and one column.
  static func without(_ row: Int, _ column: Int, _ matrix: [[Double]]) -> [[Double]] {
    matrix.indices.filter { $0 != row }.map { i in
      matrix.indices.filter { $0 != column }.map { matrix[i][$0] }
    }
  }

  /// The determinant of a small matrix, by its first row.
  static func determinant(_ matrix: [[Double]]) -> Double {
    guard let first = matrix.first else { return 1 }
    return first.indices.reduce(0) { sum, column in
      let minor = first[column] * determinant(without(0, column, matrix))
      return column % 2 == 0 ? sum + minor : sum - minor
    }
  }

  @Test(arguments: DenseGrid.laws.map { $0.card.name })
  func hasNoErrorsWithAParameterAtItsBound(_ name: String) throws {
    let (law, galaxy) = try Self.made(name)
    let best = try galaxy.fit(law).get().values(of: law)
    let scale = try galaxy.fit(law, in: [0...500, 0.1...(0.8 * best[1])]).get()
    let amplitude = try galaxy.fit(law, in: [0...(0.8 * best[0]), 0.1...100]).get()
    for fit in [scale, amplitude] {
      #expect(fit.status == .atBound)
      #expect(fit.errors.law[0].isNaN && fit.errors.law[1].isNaN)
    }
  }

  @Test(arguments: names)
  func measuresItsResidualsAsDefined(_ name: String) throws {
    let (law, galaxy) = try Self.made(name)
    let fit = try galaxy.fit(law).get()
    let values = fit.values(of: law)
    let speeds = galaxy.speed(of: law, values, MassToLight())
    let residuals = zip(galaxy.curve.observedSpeed, speeds).map { $0 - $1 }
    func rms(_ values: some Collection<Double>) -> Double {
      (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
    }
    #expect(fit.chiSquared.isNear(galaxy.chiSquared(of: law, values)))
    #expect(fit.rmse.isNear(rms(residuals)))
    // The eighth point lies at 10 kpc, which is not beyond 10 kpc.
    #expect(fit.outerRMSE.isNear(rms(residuals[8...])))
    #expect(fit.points == 14)
    #expect(fit.degreesOfFreedom == 14 - values.count)
  }

  @Test func hasNoOuterResidualsWithin10Kiloparsecs() throws {
    let galaxy = MadeGalaxy(radius: [1, 5, 10], observed: [9, 52, 98])
    #expect(try galaxy.fit(LinearTerm.self).get().outerRMSE.isNaN)
  }

  @Test func countsAParameterAtItsBoundAmongThoseOfTheCriteria() throws {
    let (law, galaxy) = try Self.made("rational-taper")
    let fit = try galaxy.fit(law, in: [0...5, 0.1...50]).get()
    #expect(fit.status == .atBound)
    #expect(fit.degreesOfFreedom == 12)
  }

  @Test func countsClampedPointsAndReplacedErrors() throws {
    var galaxy = MadeGalaxy(
      radius: [1, 2, 3, 4], observed: [10, 20, 30, 40], errors: [2, 0, -1, 3])
    galaxy.curve.gasSpeed = [-20, -5, 5, 10]
    galaxy.curve.diskSpeed = [10, 10, 10, 10]
    // 0.5 · 100 is less than 400, and more than 25.
    let fit = try galaxy.fit(LinearTerm.self).get()
    #expect(fit.clampedPoints == 1)
    #expect(fit.replacedErrors == 2)
    let heavy = try galaxy.fit(LinearTerm.self, MassToLight(disk: 5)).get()
    #expect(heavy.clampedPoints == 0)
  }

  @Test func tellsByHowMuchTheBaryonsExceedTheCurve() throws {
    var galaxy = MadeGalaxy(radius: [1, 2, 3], observed: [30, 40, 50], errors: [2, 4, 5])
    galaxy.curve.diskSpeed = [20, 41, 56]
    let fit = try galaxy.fit(LinearTerm.self, MassToLight(disk: 1)).get()
    #expect(fit.baryonExcess.isNear(6.0 / 5))
    galaxy.curve.diskSpeed = [20, 30, 20]
    let below = try galaxy.fit(LinearTerm.self, MassToLight(disk: 1)).get()
    #expect(below.baryonExcess.isNear(-10.0 / 4) && !below.observedBelowBaryons)
  }

  @Test func tellsWhetherTheBaryonsExceedTheCurve() throws {
    var galaxy = MadeGalaxy(radius: [1, 2, 3], observed: [30, 30, 30])
    galaxy.curve.diskSpeed = [10, 30, 20]
    let one = MassToLight(disk: 1)
    #expect(try galaxy.fit(LinearTerm.self, one).get().observedBelowBaryons == false)
    galaxy.curve.diskSpeed[2] = 30.001
    #expect(try galaxy.fit(LinearTerm.self, one).get().observedBelowBaryons)
  }
}
