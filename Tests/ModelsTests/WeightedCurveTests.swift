import Galaxies
import Models
import TestKit
import Testing

@Suite("Weighted curve", .limited)
struct WeightedCurveTests {
  static func curve(errors: [Double]) -> WeightedCurve {
    let radius = errors.indices.map { Double($0 + 1) }
    return WeightedCurve(
      MadeGalaxy(radius: radius, observed: radius, errors: errors).curve)
  }

  @Test func weighsByTheInverseSquareOfTheError() {
    let curve = Self.curve(errors: [1, 2, 0.5])
    #expect(curve.weight == [1, 0.25, 4])
    #expect(curve.replacedErrors == 0)
  }

  @Test func replacesErrorsThatAreNotPositiveByTheSmallestPositiveOne() {
    let curve = Self.curve(errors: [3, 0, 2, -1, 4])
    #expect(curve.error == [3, 2, 2, 2, 4])
    #expect(curve.replacedErrors == 2)
    #expect(curve.curve.observedSpeedError == [3, 0, 2, -1, 4])
  }

  @Test func takesOneWhereNoErrorIsPositive() {
    let curve = Self.curve(errors: [0, 0, 0])
    #expect(curve.error == [1, 1, 1])
    #expect(curve.weight == [1, 1, 1])
    #expect(curve.replacedErrors == 3)
  }
}
