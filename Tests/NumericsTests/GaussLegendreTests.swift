import Numerics
import TestKit
import Testing

@Suite("Gauss and Legendre's rule", .limited)
struct GaussLegendreTests {
  @Test(arguments: 0...15)
  func isExactForPolynomials(degree: Int) {
    let rule = GaussLegendre.rule(from: 0.5, to: 1.5)
    let values = (0..<8).map { lane in
      rule.weights[lane] * (0..<degree).reduce(1.0) { power, _ in power * rule.places[lane] }
    }
    let power = { (x: Double) in (0...degree).reduce(1.0) { product, _ in product * x } }
    let exact = (power(1.5) - power(0.5)) / Double(degree + 1)
    #expect(abs(values.reduce(0, +) / exact - 1) <= 4e-15)
  }

  @Test func isNotExactForDegreeSixteen() {
    let rule = GaussLegendre.rule(from: -1, to: 1)
    let sum = (0..<8).reduce(0.0) { sum, lane in
      sum + rule.weights[lane] * (0..<16).reduce(1.0) { power, _ in power * rule.places[lane] }
    }
    #expect(abs(sum - 2.0 / 17) > 1e-6)
  }
}
