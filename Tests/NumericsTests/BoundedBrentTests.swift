import Numerics
import TestKit
import Testing

@Suite("Bounded Brent search", .limited)
struct BoundedBrentTests {
  /// The functions of `minimisers.py`, with the same bits.
  static func function(_ name: String) throws -> (Double) -> Double {
    try #require(functions[name])
  }

  private static let functions: [String: @Sendable (Double) -> Double] = [
    "parabola": { ($0 - 0.3) * ($0 - 0.3) + 1 },
    "quartic": { $0 * $0 * $0 * $0 - 3 * $0 * $0 + $0 },
    "reciprocal": { $0 + 1 / $0 },
    "cusp": { ($0 - 0.7).magnitude },
    "cliff": { $0 < 1.5 ? ($0 - 0.8) * ($0 - 0.8) : 1e10 },
    "far cliff": { $0 < 1.2 ? (1 / $0 - 2) * (1 / $0 - 2) : 1e10 },
    "steps": { (8 * ($0 - 0.6) * ($0 - 0.6)).rounded(.towardZero) },
    "saw": { ($0 - 0.8) * ($0 - 0.8) + 0.25 * (4 * $0 - (4 * $0).rounded(.towardZero)) },
    "constant": { _ in 1e10 },
    "falling": { -$0 },
    "rising": { $0 },
    "not a number": { $0 < 1 ? ($0 - 0.2) * ($0 - 0.2) : .nan },
    "infinite": { $0 < 1 ? ($0 - 0.2) * ($0 - 0.2) : .infinity },
  ]

  @Test func visitsThePointsOfScipy() throws {
    let searches = try ReferenceTable.read("minimisers.json", as: ReferenceTable.Searches.self)
    #expect(searches.scalar.count > 25)
    for search in searches.scalar {
      let function = try Self.function(search.function)
      var path: [Double] = []
      let found = BoundedBrent(
        of: { x in
          path.append(x)
          return function(x)
        }, in: search.lower...search.upper, tolerance: search.tolerance,
        maximumEvaluations: search.limit)
      let name: Comment = "\(search.function) on \(search.lower)...\(search.upper)"
      #expect(path == search.path, name)
      #expect(found.point == search.point, name)
      #expect(found.evaluations == search.evaluations, name)
      #expect(found.hitLimit == search.hitLimit, name)
      let value = function(found.point)
      #expect(found.value == value || (found.value.isNaN && value.isNaN), name)
    }
  }

  /// Seven galaxies of a published analysis ended at the upper bound in this way.
  @Test func walksFromAPlateauToTheUpperBound() throws {
    let function = try Self.function("far cliff")
    let found = BoundedBrent(of: function, in: 0.01...5)
    #expect(found.point > 4.99)
    #expect(found.value == 1e10)
    #expect(function(0.5) == 0)
  }

  @Test func findsTheMinimumOfASmoothFunction() {
    let found = BoundedBrent(of: { $0 - Elementary.log($0) }, in: 0.01...5, tolerance: 1e-9)
    #expect(abs(found.point - 1) < 1e-7)
    #expect(found.evaluations < 25)
    #expect(!found.hitLimit)
  }
}
