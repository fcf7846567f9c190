import Numerics
import TestKit
import Testing

/// Sums of squares with known minima.
@Suite("Bounded least squares", .limited)
struct BoundedLeastSquaresTests {
  typealias Place = SIMD8<Double>

  /// A sum of squares with a known minimum.
  struct Problem: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let starts: [[Double]]
    var lower = [Double](repeating: -1e3, count: 4)
    var upper = [Double](repeating: 1e3, count: 4)
    let minimum: [Double]
    let value: Double
    /// The residuals (model less datum) and their derivatives.
    let rows: @Sendable (Place) -> [(Double, [Double])]

    func sum(_ place: Place) -> LeastSquaresSum {
      var sum = LeastSquaresSum(size: minimum.count)
      for (residual, slopes) in rows(place) {
        let padded = slopes + [Double](repeating: 0, count: 8 - slopes.count)
        sum.add(residual: -residual, slopes: Place(padded), weight: 1)
      }
      return sum
    }

    func search(from start: [Double], limit: Int = 500) -> BoundedLeastSquares {
      func padded(_ values: [Double]) -> Place {
        Place(values.prefix(minimum.count) + [Double](repeating: 0, count: 8 - minimum.count))
      }
      let box = ParameterBox(
        lower: padded(lower), upper: padded(upper), free: ParameterSet(minimum.indices))
      return BoundedLeastSquares(from: padded(start), in: box, limit: limit, of: sum)
    }
  }

  /// Moré, Garbow & Hillstrom 1981, problem 1.
  static func rosenbrock(_ x: Place) -> [(Double, [Double])] {
    [(10 * (x[1] - x[0] * x[0]), [-20 * x[0], 10]), (1 - x[0], [-1, 0])]
  }

  /// Moré, Garbow & Hillstrom 1981, problem 16: four parameters, large residuals.
  static func brownDennis(_ x: Place) -> [(Double, [Double])] {
    (1...20).map { i in
      let t = Double(i) / 5
      let (sine, cosine) = (Elementary.sin(t), Elementary.cos(t))
      let first = x[0] + t * x[1] - Elementary.exp(t)
      let second = x[2] + x[3] * sine - cosine
      return (
        first * first + second * second,
        [2 * first, 2 * t * first, 2 * second, 2 * sine * second]
      )
    }
  }

  /// A decay whose amplitude and rate differ by twenty orders of magnitude.
  static func decay(_ x: Place) -> [(Double, [Double])] {
    (0..<12).map { i in
      let t = Double(i) * 1e9
      let fall = Elementary.exp(-x[1] * t)
      let datum = 3e10 * Elementary.exp(-2e-10 * t)
      return ((x[0] * fall - datum) / 1e9, [fall / 1e9, -x[0] * t * fall / 1e9])
    }
  }

  static let problems = [
    Problem(
      testDescription: "a curved valley", starts: [[-1.2, 1], [50, -40], [0, 900]],
      minimum: [1, 1], value: 0, rows: rosenbrock),
    Problem(
      testDescription: "a curved valley with a wall across",
      starts: [[-1.2, 1], [0, -3], [0.5, 0]],
      lower: [-5, -5], upper: [0.5, 5], minimum: [0.5, 0.25], value: 0.25, rows: rosenbrock),
    Problem(
      testDescription: "a curved valley in a corner", starts: [[1.5, 2], [3, 9]],
      lower: [1.5, -100], upper: [9, 2], minimum: [1.5, 2], value: 6.5, rows: rosenbrock),
    Problem(
      testDescription: "large residuals",
      starts: [[25, 5, -5, -1], [0, 0, 0, 0], [-90, 40, 9, 30]],
      minimum: [-11.594439904762, 13.203630051265, -0.403439488176861, 0.236778774372577],
      value: 85_822.201_626_356_3, rows: brownDennis),
    Problem(
      testDescription: "sizes twenty orders apart", starts: [[1e10, 1e-10], [9e10, 9e-10]],
      lower: [0, 0], upper: [1e11, 1e-9], minimum: [3e10, 2e-10], value: 0, rows: decay),
  ]

  @Test(arguments: problems)
  func findsTheMinimum(_ problem: Problem) {
    for start in problem.starts {
      let search = problem.search(from: start)
      #expect(search.hasConverged)
      #expect(search.value.isNear(problem.value, relative: 1e-12, absolute: 1e-18), "\(start)")
      for (i, expected) in problem.minimum.enumerated() {
        #expect(search.point[i].isNear(expected, relative: 1e-6), "\(start)")
      }
      #expect(search.evaluations < 400, "\(start)")
    }
  }

  @Test(arguments: problems)
  func isTheSameEveryTime(_ problem: Problem) {
    for start in problem.starts {
      let (one, other) = (problem.search(from: start), problem.search(from: start))
      #expect(one.point == other.point && one.value == other.value)
    }
  }

  @Test(arguments: problems)
  func stopsAtItsLimit(_ problem: Problem) {
    for start in problem.starts {
      let search = problem.search(from: start, limit: 3)
      #expect(search.evaluations <= 3 + problem.minimum.count)
      #expect(search.hasConverged == false || search.value == problem.value)
    }
  }

  @Test func leavesWhatIsFixedAndWhatNothingDependsOn() {
    let box = ParameterBox(
      lower: Place(repeating: -9), upper: Place(repeating: 9), free: ParameterSet([0, 1]))
    let start = Place(4, 3, 2, 1, 0, 0, 0, 0)
    let search = BoundedLeastSquares(from: start, in: box, limit: 50) { place in
      var sum = LeastSquaresSum(size: 4)
      sum.add(residual: 1 - place[0], slopes: Place(1, 0, 0, 0, 0, 0, 0, 0), weight: 4)
      sum.add(residual: 5 - place[2], slopes: Place(0, 0, 1, 0, 0, 0, 0, 0), weight: 1)
      return sum
    }
    #expect(search.point == Place(1, 3, 2, 1, 0, 0, 0, 0))
    #expect(search.value == 9)
  }

  @Test func convergesToTheSharpEdgeOfAValley() {
    // The model grows like a root beyond 2 and rests before it, where a second datum pulls it up.
    func sum(_ place: Place) -> LeastSquaresSum {
      var sum = LeastSquaresSum(size: 1)
      let root = max(0, place[0] - 2).squareRoot()
      let slope = root > 0 ? 0.5 / root : 0
      sum.add(residual: -1 - root, slopes: Place(slope, 0, 0, 0, 0, 0, 0, 0), weight: 1)
      sum.add(residual: 6 - place[0], slopes: Place(1, 0, 0, 0, 0, 0, 0, 0), weight: 0.01)
      return sum
    }
    let box = ParameterBox(
      lower: Place(repeating: -9), upper: Place(repeating: 9), free: ParameterSet([0]))
    let search = BoundedLeastSquares(from: .zero, in: box, limit: 400, of: sum)
    #expect(search.value.isNear(1.16, absolute: 1e-9))
  }
}
