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

  /// ψ′(1) = π²/6 and ψ′(½) = π²/2; ψ′(z + 1) = ψ′(z) − 1/z², and differences of ψ.
  @Test func hasTheSlopeOfTheDigammaFunction() {
    let square = Double.pi * Double.pi
    #expect(GammaFunction.trigamma(1.0).isNear(square / 6, relative: 1e-14))
    #expect(GammaFunction.trigamma(0.5).isNear(square / 2, relative: 1e-14))
    for z in [0.6, 1.6, 4, 9.9, 10.1, 61, 300] {
      let next = GammaFunction.trigamma(z + 1)
      #expect((next + 1 / (z * z)).isNear(GammaFunction.trigamma(z), relative: 1e-14))
      let step = 1e-4 * z
      let rise = GammaFunction.digamma(z + step) - GammaFunction.digamma(z - step)
      #expect((rise / (2 * step)).isNear(GammaFunction.trigamma(z), relative: 1e-7))
    }
  }

  @Test func hasTheSameBitsOnLanes() {
    let lanes = Lanes(0.5, 1, 1.6, 4, 9.9, 10, 61, 300)
    for lane in 0..<8 {
      #expect(GammaFunction.logarithm(lanes)[lane] == GammaFunction.logarithm(lanes[lane]))
      #expect(GammaFunction.digamma(lanes)[lane] == GammaFunction.digamma(lanes[lane]))
      #expect(GammaFunction.trigamma(lanes)[lane] == GammaFunction.trigamma(lanes[lane]))
    }
  }
}
