import Models
import Numerics
import TestKit
import Testing

@Suite("Joint optimum", .limited)
struct JointOptimumTests {
  /// A search that ends at once at a value.
  static func search(_ value: Double) -> BoundedLeastSquares {
    let box = ParameterBox(lower: .zero, upper: .zero, free: ParameterSet())
    return BoundedLeastSquares(from: .zero, in: box, limit: 1) { _ in
      var sum = LeastSquaresSum(size: 1)
      sum.add(residual: 1, slopes: .zero, weight: value)
      return sum
    }
  }

  @Test(
    arguments: [
      ([5, 5], true), ([5], false), ([5, 6], false), ([6, 5, 6], false), ([6, 6, 5], false),
      ([5, 6, 5 + 1e-7], true), ([5 + 1e-7, 5], true), ([5, 5 + 1e-5], false), ([], false),
      ([1e5, 1e5 + 5e-5], true),
    ] as [([Double], Bool)])
  func isConfirmedByASecondStart(_ values: [Double], _ isConfirmed: Bool) {
    var optimum = JointOptimum(at: .zero)
    for value in values { optimum.note(Self.search(value)) }
    #expect(optimum.isConfirmed == isConfirmed)
    #expect(optimum.value == values.min() ?? .infinity)
  }

  @Test func keepsTheBestPlacesOfAPool() {
    var pool = StartPool()
    for value in [9.0, 3, 7, .nan, 1, 8, .infinity, 2, 6, 4, 5, 3, 0] {
      pool.insert(SIMD8(repeating: value), value)
    }
    #expect((0..<pool.count).map { pool[$0].value } == [0, 1, 2, 3, 3, 4, 5, 6])
    #expect((0..<pool.count).allSatisfy { pool[$0].point[3] == pool[$0].value })
  }
}
