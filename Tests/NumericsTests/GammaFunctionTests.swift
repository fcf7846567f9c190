import Numerics
import TestKit
import Testing

@Suite("Gamma function", .limited)
struct GammaFunctionTests {
  /// The numbers z, ln Γ(z) and ψ(z) that mpmath gives, from `halos.json`.
  static func rows() throws -> [[Double]] {
    try #require(try ReferenceTable.read("halos.json", as: [String: [[Double]]].self)["gamma"])
  }

  @Test func agreesWithHighPrecision() throws {
    for row in try Self.rows() {
      #expect(GammaFunction.logarithm(row[0]).isNear(row[1], relative: 2e-15, absolute: 1e-14))
      #expect(GammaFunction.digamma(row[0]).isNear(row[2], relative: 2e-15, absolute: 1e-14))
    }
  }

  @Test func isTheFactorialOfWholeNumbers() {
    var factorial = 1.0
    for n in 1...20 {
      #expect(GammaFunction.logarithm(Double(n)).isNear(Elementary.log(factorial), absolute: 1e-14))
      factorial *= Double(n)
    }
  }
}
