import Numerics
import TestKit
import Testing

@Suite("Bounded Newton", .limited)
struct BoundedNewtonTests {
  /// (1 − x)² + 100 (y − x²)², with half its slopes downhill and second derivatives.
  static func valley(_ place: SIMD8<Double>) -> NewtonSum {
    let (x, y) = (place[0], place[1])
    let (one, other) = (1 - x, y - x * x)
    var sum = NewtonSum()
    sum.value = one * one + 100 * other * other
    sum.descent[0] = one + 200 * x * other
    sum.descent[1] = -100 * other
    sum.curvature[0][0] = 1 + 600 * x * x - 200 * y
    sum.curvature[0][1] = -200 * x
    sum.curvature[1][0] = -200 * x
    sum.curvature[1][1] = 100
    sum.scale = SIMD8(1 + 400 * x * x, 100, 0, 0, 0, 0, 0, 0)
    return sum
  }

  static func box(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> ParameterBox {
    ParameterBox(
      lower: SIMD8(x.lowerBound, y.lowerBound, 0, 0, 0, 0, 0, 0),
      upper: SIMD8(x.upperBound, y.upperBound, 0, 0, 0, 0, 0, 0), free: ParameterSet([0, 1]))
  }

  static func search(
    from x: Double, _ y: Double, in box: ParameterBox, toBeat rival: Double = .infinity
  ) -> BoundedNewton {
    BoundedNewton(
      from: SIMD8(x, y, 0, 0, 0, 0, 0, 0), in: box, limit: 200, toBeat: rival, of: valley)
  }

  @Test(arguments: [(-1.2, 1.0), (0, 0), (2, -3), (-3, 9), (0.1, 5), (1, 1)])
  func followsACurvedValley(_ x: Double, _ y: Double) {
    let search = Self.search(from: x, y, in: Self.box(-5...5, -10...10))
    #expect(search.hasConverged && search.value < 1e-14 && search.evaluations < 60)
    #expect(search.point[0].isNear(1, absolute: 1e-6))
    #expect(search.point[1].isNear(1, absolute: 1e-6))
  }

  @Test func takesTheBestStepAlongABound() {
    let search = Self.search(from: -1.2, 1, in: Self.box(-2...0.5, -1...2))
    #expect(search.hasConverged && search.point[0] == 0.5)
    #expect(search.point[1].isNear(0.25, absolute: 1e-9))
    #expect(search.value.isNear(0.25, absolute: 1e-12))
  }

  @Test func endsInACorner() {
    let search = Self.search(from: 0.4, 1, in: Self.box(-2...0.5, 0.5...2))
    #expect(search.hasConverged && search.point[0] == 0.5 && search.point[1] == 0.5)
  }

  /// What is not free stays where it begins, though it has a slope.
  @Test func movesWhatIsFree() {
    let box = ParameterBox(
      lower: SIMD8(repeating: -5), upper: SIMD8(repeating: 5), free: ParameterSet([1]))
    let search = Self.search(from: 2, 0, in: box)
    #expect(search.point[0] == 2 && search.point[1].isNear(4, absolute: 1e-9))
  }

  @Test func givesUpWhatCannotBeatARival() {
    let whole = Self.search(from: -1.2, 1, in: Self.box(-5...5, -10...10))
    let search = Self.search(from: -1.2, 1, in: Self.box(-5...5, -10...10), toBeat: -100)
    #expect(!search.hasConverged && search.evaluations < whole.evaluations)
  }

  @Test func doesNotMoveFromWhereThereIsNoNumber() {
    let box = Self.box(-5...5, -5...5)
    let search = BoundedNewton(from: SIMD8(repeating: 1), in: box, limit: 50, toBeat: .infinity) {
      _ in
      var sum = NewtonSum()
      sum.value = .nan
      return sum
    }
    #expect(!search.hasConverged && search.evaluations == 1)
  }
}
