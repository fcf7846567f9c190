import Numerics
import TestKit
import Testing

@Suite("Minimum in a box", .limited)
struct BoxMinimumTests {
  @Test func isFoundInOneTwoAndThreeDimensions() {
    for dimensions in 1...3 {
      let axes = (0..<dimensions).map { SearchAxis(-1...(2 + Double($0)), count: 8) }
      let found = BoxMinimum(
        of: { x in
          x.indices.reduce(1) { sum, k in
            let distance = x[k] - 0.3 * Double(k + 1)
            return sum + distance * distance
          }
        }, along: axes)
      #expect(found.point.indices.allSatisfy { abs(found.point[$0] - 0.3 * Double($0 + 1)) < 2e-6 })
      #expect(abs(found.value - 1) < 1e-11)
      #expect(found.optima.count == 1)
      #expect(found.gridPoints == axes.reduce(1) { $0 * $1.points.count })
    }
  }

  @Test func isFoundAmongManyValleys() {
    // Rastrigin's function with lower ridges: seven valleys on each axis.
    let function = { (x: [Double]) in
      x.reduce(0) { $0 + ($1 - 0.1) * ($1 - 0.1) - Elementary.cos(2 * .pi * ($1 - 0.1)) }
    }
    let axis = SearchAxis(-5.12...5.12, count: 60)
    let found = BoxMinimum(of: function, along: [axis, axis], effort: .init(refinements: 500))
    #expect(found.point.allSatisfy { abs($0 - 0.1) < 2e-6 })
    #expect(abs(found.value + 2) < 1e-10)
    #expect(found.optima.count == found.refinements)
    #expect(found.candidates == found.refinements)
    #expect(found.optima.count == 49)
    #expect(found.unfinishedRefinements == 0)
    #expect(zip(found.optima, found.optima.dropFirst()).allSatisfy { $0.value <= $1.value })
  }

  /// The step at 0.63 outweighs the slope over one spacing of the grid, so that it is seen.
  @Test func isFoundBehindJumps() throws {
    let function = { (x: [Double]) in
      let step = x[0] < 0.55 ? 0 : x[0] < 0.63 ? 0.01 : 0.015
      return step + (x[0] - 0.7) * (x[0] - 0.7) + (x[1] - 0.9) * (x[1] - 0.9)
    }
    let axis = SearchAxis(0.2...1.3, count: 111)
    let found = BoxMinimum(of: function, along: [axis, axis], effort: .init(tolerance: 1e-9))
    try #require(found.optima.count == 3)
    #expect(abs(found.optima[0].point[0] - 0.63) < 1e-8 && found.optima[0].point[0] < 0.63)
    #expect(abs(found.optima[1].point[0] - 0.7) < 1e-6)
    #expect(abs(found.optima[2].point[0] - 0.55) < 1e-8 && found.optima[2].point[0] < 0.55)
    #expect(found.optima.allSatisfy { abs($0.point[1] - 0.9) < 1e-6 })
  }

  @Test func isFoundOnTheBounds() {
    let axes = [
      SearchAxis(0.01...5, count: 7, spacing: .logarithmic), SearchAxis(-1...1, count: 4),
    ]
    let found = BoxMinimum(of: { -$0[0] + $0[1] }, along: axes)
    #expect(found.point == [5, -1])
    #expect(BoxMinimum(of: { $0[0] - $0[1] }, along: axes).point == [0.01, 1])
  }

  @Test func followsABentValley() {
    let axes = [SearchAxis(-2...2, count: 21), SearchAxis(-1...3, count: 21)]
    let found = BoxMinimum(
      of: { x in
        let bend = x[1] - x[0] * x[0]
        return 100 * bend * bend + (0.93 - x[0]) * (0.93 - x[0])
      }, along: axes, effort: .init(tolerance: 1e-8, evaluations: 1_000_000))
    #expect(abs(found.point[0] - 0.93) < 1e-4)
    #expect(found.unfinishedRefinements == 0)
  }

  @Test func reportsRefinementsWithoutEnd() {
    let axis = SearchAxis(-2...2, count: 5)
    let found = BoxMinimum(
      of: { ($0[0] - 0.3) * ($0[0] - 0.3) + $0[1] * $0[1] }, along: [axis, axis],
      effort: .init(evaluations: 10))
    #expect(found.unfinishedRefinements == 1)
    #expect(found.evaluations == 35)
  }

  @Test func takesAPatchOfEqualPointsForOne() {
    let axis = SearchAxis(0...1, count: 11)
    let flat = BoxMinimum(of: { _ in 3 }, along: [axis, axis])
    #expect(flat.candidates == 1)
    #expect(flat.point == [0, 0])
    // The plateau touches lower ground; only the pit is a candidate.
    let pit = BoxMinimum(
      of: { $0[0] > 0.75 && $0[1] > 0.75 ? $0[0] + $0[1] : 1e10 }, along: [axis, axis])
    #expect(pit.candidates == 1)
    #expect(pit.point.allSatisfy { $0 > 0.75 && $0 < 0.75 + 3e-6 })
  }

  @Test func takesWhatIsNotFiniteForTheWorst() {
    let axis = SearchAxis(0...1, count: 6)
    let found = BoxMinimum(
      of: { $0[0] < 0.5 ? .nan : $0[1] < 0.5 ? -.infinity : $0[0] + $0[1] }, along: [axis, axis])
    #expect(found.point.allSatisfy { $0 >= 0.5 && $0 < 0.5 + 3e-6 })
    let nothing = BoxMinimum(of: { _ in .infinity }, along: [axis, axis])
    #expect(nothing.value == .infinity)
    #expect(nothing.point == [0, 0])
    #expect(nothing.optima == [])
    #expect(nothing.evaluations == 36)
  }

  @Test func keepsAnAxisOfOnePoint() {
    let axes = [SearchAxis(2...2, count: 9), SearchAxis(0...1, count: 9)]
    let found = BoxMinimum(of: { $0[0] + ($0[1] - 0.4) * ($0[1] - 0.4) }, along: axes)
    #expect(found.gridPoints == 9)
    #expect(found.point[0] == 2)
    #expect(abs(found.point[1] - 0.4) < 2e-6)
  }

  @Test func countsItsCalls() {
    var calls = 0
    let axis = SearchAxis(0...9, count: 12)
    let found = BoxMinimum(
      of: { x in
        calls += 1
        return Elementary.cos(x[0]) * Elementary.sin(x[1])
      }, along: [axis, axis], effort: .init(refinements: 2))
    #expect(found.evaluations == calls)
    #expect(found.refinements == 2)
    #expect(found.candidates > 2)
  }
}
