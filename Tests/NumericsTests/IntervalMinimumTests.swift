import Numerics
import TestKit
import Testing

@Suite("Minimum on an interval", .limited)
struct IntervalMinimumTests {
  @Test func isFoundAmongManyValleys() {
    let axis = SearchAxis(-10...10, count: 201)
    let found = IntervalMinimum(
      of: { Elementary.sin(5 * $0) + 0.01 * ($0 - 2) * ($0 - 2) }, along: axis, tolerance: 1e-9)
    // cos 5x + 0.004 (x − 2) = 0 near x = 3π / 10 + 2π / 5.
    #expect(abs(found.point - 2.198_955_692_941_7) < 1e-7)
    #expect(found.gridPoints == 201)
    #expect(found.refinements == found.optima.count)
    #expect(found.optima.count == 17)
    #expect(zip(found.optima, found.optima.dropFirst()).allSatisfy { $0.value <= $1.value })
    #expect(found.optima[0] == IntervalMinimum.Optimum(point: found.point, value: found.value))
  }

  /// Where ``BoundedBrent`` walks onto the plateau.
  @Test func isFoundBesideAPlateau() {
    let function = { (x: Double) in x < 1.2 ? (1 / x - 2) * (1 / x - 2) : 1e10 }
    for spacing in [SearchAxis.Spacing.linear, .logarithmic] {
      let found = IntervalMinimum(
        of: function, along: SearchAxis(0.01...5, count: 100, spacing: spacing), tolerance: 1e-12)
      #expect(abs(found.point - 0.5) < 1e-7)
      #expect(found.value < 1e-14)
      #expect(found.optima.count == 1)
      #expect(found.refinements == 1)
    }
  }

  @Test func isFoundAtAJump() {
    let falling = IntervalMinimum(
      of: { $0 < 0.7 ? 1 - $0 : 3 - $0 }, along: SearchAxis(0...1, count: 11), tolerance: 1e-12)
    #expect(falling.point < 0.7 && falling.point > 0.7 - 2e-12)
    #expect(falling.optima.map { ($0.point * 1e9).rounded() / 1e9 } == [0.7, 1])
    let rising = IntervalMinimum(
      of: { $0 < 0.72 ? 1 + $0 : $0 }, along: SearchAxis(0.1...1, count: 10), tolerance: 1e-12)
    #expect(rising.point >= 0.72 && rising.point < 0.72 + 2e-12)
  }

  @Test func isFoundAtTheEnds() {
    let axis = SearchAxis(0.01...5, count: 20, spacing: .logarithmic)
    #expect(IntervalMinimum(of: { $0 }, along: axis).point == 0.01)
    #expect(IntervalMinimum(of: { -$0 }, along: axis).point == 5)
    let both = IntervalMinimum(of: { -($0 - 2) * ($0 - 2) }, along: SearchAxis(0...4, count: 9))
    #expect(both.optima.map(\.point) == [0, 4])
    #expect(both.point == 0)
  }

  @Test func isTheSmallestPointOfAFlatValley() {
    let flat = { (x: Double) in x < 0.33 || x > 0.77 ? (x - 0.5) * (x - 0.5) : 0 }
    let found = IntervalMinimum(of: flat, along: SearchAxis(0...1, count: 11), tolerance: 1e-12)
    #expect(found.point >= 0.33 && found.point < 0.33 + 2e-12)
    #expect(found.refinements == 2)
    #expect(found.optima.count == 1)
    let constant = IntervalMinimum(of: { _ in 4 }, along: SearchAxis(0...1, count: 11))
    #expect(constant.point == 0)
    #expect(constant.optima.count == 1)
  }

  @Test func isFoundBetweenTwoEqualPointsOfTheGrid() {
    let found = IntervalMinimum(
      of: { ($0 - 0.5) * ($0 - 0.5) }, along: SearchAxis(0...1, count: 4), tolerance: 1e-9)
    #expect(abs(found.point - 0.5) < 1e-8)
    #expect(found.optima.count == 1)
  }

  @Test func takesWhatIsNotFiniteForTheWorst() {
    let found = IntervalMinimum(
      of: { x in
        if x < 0.3 { return .nan }
        if x < 0.4 { return -.infinity }
        return x > 0.8 ? .infinity : x
      }, along: SearchAxis(0...1, count: 21), tolerance: 1e-12)
    #expect(found.point >= 0.4 && found.point < 0.4 + 2e-12)
    #expect(found.optima.count == 1)
    let nothing = IntervalMinimum(of: { _ in .nan }, along: SearchAxis(2...3, count: 5))
    #expect(nothing.value == .infinity)
    #expect(nothing.point == 2)
    #expect(nothing.optima == [])
    #expect(nothing.evaluations == 5)
  }

  @Test func countsItsCalls() {
    var calls = 0
    let found = IntervalMinimum(
      of: { x in
        calls += 1
        return Elementary.cos(x)
      }, along: SearchAxis(0...20, count: 50))
    #expect(found.evaluations == calls)
    #expect(found.optima.count == 4)
  }

  /// Values that are asked for in vain change nothing and do not count.
  @Test(arguments: [2, 3, 4])
  func isTheSameForSeveralSectionsAtOnce(_ sections: Int) {
    let function = { (x: Double) in
      x < 6.1 ? Elementary.cos(x) + 0.01 * x : (x > 11 ? .nan : (0.5 * x).rounded())
    }
    for (spacing, tolerance) in [(SearchAxis.Spacing.linear, 1e-9), (.logarithmic, 0)] {
      let axis = SearchAxis(0.5...20, count: 50, spacing: spacing)
      let single = IntervalMinimum(of: function, along: axis, tolerance: tolerance)
      let several = IntervalMinimum(
        ofEach: { $0.map(function) }, along: axis, tolerance: tolerance, sections: sections)
      #expect(several == single)
    }
  }

  @Test func endsWithoutATolerance() {
    let found = IntervalMinimum(
      of: { ($0 - 0.3).magnitude }, along: SearchAxis(0...1, count: 8), tolerance: 0)
    #expect(abs(found.point - 0.3) <= 2 * 0.3.ulp)
  }
}

@Suite("Search axis", .limited)
struct SearchAxisTests {
  @Test func hasAnEvenGridFromEndToEnd() {
    #expect(SearchAxis(0...1, count: 5).points == [0, 0.25, 0.5, 0.75, 1])
    let ratios = SearchAxis(0.01...100, count: 5, spacing: .logarithmic).points
    #expect(ratios[0] == 0.01)
    #expect(ratios[4] == 100)
    #expect(zip(ratios, [0.01, 0.1, 1, 10, 100]).allSatisfy { abs($0 - $1) <= 1e-14 * $1 })
  }

  @Test func leavesOutPointsThatFallTogether() {
    #expect(SearchAxis(3...3, count: 7).points == [3])
    let narrow = SearchAxis(1...(1 + 2 * 1.0.ulp), count: 50).points
    #expect(narrow == [1, 1.0.nextUp, 1.0.nextUp.nextUp])
    #expect(SearchAxis(7...7, count: 3, spacing: .logarithmic).points == [7])
  }

  /// The points and a thousandth of the upper end are in equal ratios: the cube root of 1001.
  @Test func beginsAtZeroInEqualRatiosToo() {
    let axis = SearchAxis(0...1000, count: 4, spacing: .logarithmic)
    #expect(axis.points.first == 0 && axis.points.last == 1000)
    for (lower, upper) in zip(axis.points, axis.points.dropFirst()) {
      #expect(abs((upper + 1) / (lower + 1) - 10.003_332_222_839_09) <= 1e-12)
    }
    for point in axis.points {
      #expect(abs(axis.point(at: axis.coordinate(of: point)) - point) <= 1e-13 * (point + 1))
    }
  }

  @Test func refusesWhatHasNoGrid() async {
    await #expect(processExitsWith: .failure) { _ = SearchAxis(0...1, count: 1) }
    await #expect(processExitsWith: .failure) {
      _ = SearchAxis(-1...1, count: 3, spacing: .logarithmic)
    }
    await #expect(processExitsWith: .failure) {
      _ = SearchAxis(0...0, count: 3, spacing: .logarithmic)
    }
    await #expect(processExitsWith: .failure) { _ = SearchAxis(0...(.infinity), count: 3) }
  }
}
