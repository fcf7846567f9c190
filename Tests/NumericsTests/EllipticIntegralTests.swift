import Numerics
import TestKit
import Testing

@Suite("Complete elliptic integrals", .limited)
struct EllipticIntegralTests {
  @Test func agreeWithMpmath() throws {
    // Rows of the complement, K and E, from `elliptic.py`.
    let rows = try ReferenceTable.read("elliptic.json", as: [[Double]].self)
    #expect(rows.count > 70)
    for row in rows {
      let first = EllipticIntegral.firstKind(complement: row[0])
      let second = EllipticIntegral.secondKind(complement: row[0])
      #expect(abs(first / row[1] - 1) <= 1e-15, "K at 1 - m = \(row[0])")
      #expect(abs(second / row[2] - 1) <= 1e-15, "E at 1 - m = \(row[0])")
    }
  }

  /// Legendre's relation, with ′ for the complement: E K′ + E′ K − K K′ = π/2.
  @Test(arguments: [1e-9, 1e-4, 0.03, 0.2, 0.45, 0.5])
  func keepLegendresRelation(complement: Double) {
    let (k, e) = (
      EllipticIntegral.firstKind(complement: complement),
      EllipticIntegral.secondKind(complement: complement)
    )
    let (other, second) = (
      EllipticIntegral.firstKind(complement: 1 - complement),
      EllipticIntegral.secondKind(complement: 1 - complement)
    )
    #expect(abs(e * other + (second - other) * k - 0.5 * .pi) <= 4e-15 * k)
  }

  @Test func haveTheirLimits() {
    #expect(EllipticIntegral.firstKind(complement: 1) == 0.5 * .pi)
    #expect(EllipticIntegral.secondKind(complement: 1) == 0.5 * .pi)
    #expect(EllipticIntegral.firstKind(complement: 0) == .infinity)
    #expect(EllipticIntegral.secondKind(complement: 0) == 1)
    for outside in [-0.1, 1.1, .nan] {
      #expect(EllipticIntegral.firstKind(complement: outside).isNaN)
      #expect(EllipticIntegral.secondKind(complement: outside).isNaN)
    }
  }
}
