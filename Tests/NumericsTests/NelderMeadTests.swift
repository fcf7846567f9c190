import Numerics
import TestKit
import Testing

@Suite("Nelder-Mead search", .limited)
struct NelderMeadTests {
  /// The functions of `minimisers.py`, with the same bits.
  private static let functions: [String: @Sendable (Double, Double) -> Double] = [
    "rosenbrock": { 100 * ($1 - $0 * $0) * ($1 - $0 * $0) + (1 - $0) * (1 - $0) },
    "bowl": { ($0 - 1) * ($0 - 1) + 4 * ($1 + 0.5) * ($1 + 0.5) + $0 * $1 },
    "ridge": { ($0 - 0.75).magnitude + 3 * ($1 - 0.8).magnitude + ($0 - $1).magnitude },
    "steps": {
      (20 * (($0 - 0.7) * ($0 - 0.7) + ($1 - 0.9) * ($1 - 0.9))).rounded(.towardZero)
    },
    "saw": { x, y in
      let ramp = 8 * (x + 100)
      return (x - 0.7) * (x - 0.7) + (y - 0.9) * (y - 0.9)
        + 0.02 * (ramp - ramp.rounded(.towardZero))
    },
    "wall": { $0 + $1 < 1.25 ? ($0 - 0.7) * ($0 - 0.7) + $1 * $1 : 1e10 },
    "constant": { _, _ in 1 },
    "not a number": { $0 > 0.25 ? $0 * $0 + $1 * $1 : .nan },
    "falling": { -$0 - $1 },
  ]

  @Test func visitsThePointsOfScipy() throws {
    let searches = try ReferenceTable.read("minimisers.json", as: ReferenceTable.Searches.self)
    #expect(searches.plane.count >= 20)
    for search in searches.plane {
      let function = try #require(Self.functions[search.function])
      var path: [[Double]] = []
      let found = NelderMead(
        of: { point in
          path.append(point)
          return function(point[0], point[1])
        }, from: search.start,
        limits: NelderMead.Limits(
          point: search.xatol, value: search.fatol, iterations: search.maxiter,
          evaluations: search.maxfev))
      let name: Comment = "\(search.function) from \(search.start)"
      #expect(path == search.path, name)
      #expect(found.point == search.point, name)
      #expect(found.iterations == search.iterations, name)
      #expect(found.evaluations == search.evaluations, name)
      #expect(found.hitLimit == search.hitLimit, name)
    }
  }

  @Test func findsAMinimumInOneAndInFourDimensions() {
    let line = NelderMead(of: { ($0[0] - 3) * ($0[0] - 3) }, from: [1])
    #expect(abs(line.point[0] - 3) < 1e-4)
    let space = NelderMead(
      of: { x in x.indices.reduce(0) { $0 + (x[$1] - Double($1)) * (x[$1] - Double($1)) } },
      from: [1, 1, 1, 1], limits: NelderMead.Limits(point: 1e-7, value: 1e-14))
    #expect(space.point.indices.allSatisfy { abs(space.point[$0] - Double($0)) < 1e-6 })
    #expect(!space.hitLimit)
  }

  /// What makes ``BoxMinimum`` necessary.
  @Test func collapsesOnAStepAwayFromTheMinimum() throws {
    let function = try #require(Self.functions["steps"])
    let found = NelderMead(of: { function($0[0], $0[1]) }, from: [3, 4])
    #expect(!found.hitLimit)
    #expect(function(0.7, 0.9) == 0)
  }
}
