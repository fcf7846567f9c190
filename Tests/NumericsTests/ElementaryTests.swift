import Foundation
import Numerics
import TestKit
import Testing

@Suite("Elementary functions", .limited)
struct ElementaryTests {
  /// A function of one argument under its name in the reference table.
  struct Unary: CustomTestStringConvertible, Sendable {
    let name: String
    let function: @Sendable (Double) -> Double
    var testDescription: String { name }
  }

  static let unary = [
    Unary(name: "exp") { Elementary.exp($0) },
    Unary(name: "expm1") { Elementary.expm1($0) },
    Unary(name: "oneMinusExp") { Elementary.oneMinusExp(minus: $0) },
    Unary(name: "exp10") { Elementary.exp10($0) },
    Unary(name: "log") { Elementary.log($0) },
    Unary(name: "log10") { Elementary.log10($0) },
    Unary(name: "log1p") { Elementary.log1p($0) },
    Unary(name: "tanh") { Elementary.tanh($0) },
    Unary(name: "sinh") { Elementary.sinh($0) },
    Unary(name: "cosh") { Elementary.cosh($0) },
    Unary(name: "sin") { Elementary.sin($0) },
    Unary(name: "cos") { Elementary.cos($0) },
    Unary(name: "tan") { Elementary.tan($0) },
    Unary(name: "atan") { Elementary.atan($0) },
  ]

  @Test(arguments: unary)
  func stayWithinOneUnitOfTheExactResult(_ example: Unary) throws {
    let rows = try ElementaryReference.rows(of: example.name)
    #expect(rows.count > 100)
    var worst = 0.0
    for row in rows {
      let error = row.error(of: example.function(row.arguments[0]))
      #expect(error <= 1, "\(example.name)(\(row.arguments[0])) is \(error) units off")
      worst = max(worst, error)
    }
    // Even correct rounding comes close to half a unit: less would mean that nothing was compared.
    #expect(worst > 0.4)
  }

  @Test func raiseToPowersWithinOneUnit() throws {
    for row in try ElementaryReference.rows(of: "pow") {
      let power = Elementary.pow(row.arguments[0], row.arguments[1])
      #expect(row.error(of: power) <= 1, "pow(\(row.arguments[0]), \(row.arguments[1]))")
    }
  }

  @Test(arguments: unary)
  func keepNaN(_ example: Unary) {
    #expect(example.function(.nan).isNaN)
  }

  @Test(arguments: ["expm1", "oneMinusExp", "log1p", "tanh", "sinh", "sin", "tan", "atan"])
  func keepTheSignOfZeroAndAreOddOrTendToTheArgument(_ name: String) throws {
    let function = try #require(Self.unary.first { $0.name == name }).function
    #expect(function(0).bitPattern == (0.0).bitPattern)
    #expect(function(-0.0).bitPattern == (-0.0).bitPattern)
    #expect(function(.leastNonzeroMagnitude) == .leastNonzeroMagnitude)
    let subnormal = -6073 * Double.leastNonzeroMagnitude
    #expect(function(subnormal) == subnormal)
  }

  @Test func haveTheirLimits() {
    #expect(Elementary.exp(.infinity) == .infinity)
    #expect(Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.expm1(.infinity) == .infinity)
    #expect(Elementary.expm1(-.infinity) == -1)
    #expect(Elementary.oneMinusExp(minus: .infinity) == 1)
    #expect(Elementary.exp10(.infinity) == .infinity)
    #expect(Elementary.exp10(-.infinity) == 0)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(-0.0) == -.infinity)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(1).bitPattern == 0)
    #expect(Elementary.log10(0) == -.infinity)
    #expect(Elementary.log10(.infinity) == .infinity)
    #expect(Elementary.log10(-.infinity).isNaN)
    #expect(Elementary.log1p(-1) == -.infinity)
    #expect(Elementary.log1p(-1.5).isNaN)
    #expect(Elementary.log1p(.infinity) == .infinity)
    #expect(Elementary.tanh(.infinity) == 1)
    #expect(Elementary.tanh(-.infinity) == -1)
    #expect(Elementary.sinh(-.infinity) == -.infinity)
    #expect(Elementary.cosh(-.infinity) == .infinity)
    #expect(Elementary.atan(.infinity) == .pi / 2)
    #expect(Elementary.atan(-.infinity) == -.pi / 2)
  }

  @Test func giveNoAngleBeyondTheDomain() {
    let beyond = Elementary.largestAngle.nextUp
    for x in [beyond, -beyond, .infinity] {
      #expect(Elementary.sin(x).isNaN)
      #expect(Elementary.cos(x).isNaN)
      #expect(Elementary.tan(x).isNaN)
    }
    #expect(!Elementary.sin(Elementary.largestAngle).isNaN)
  }

  @Test func giveExactPowersOfTen() {
    var power = 1.0
    for exponent in 0...22 {
      #expect(Elementary.exp10(Double(exponent)) == power)
      #expect(Elementary.log10(power) == Double(exponent))
      #expect(Elementary.pow(10, Double(exponent)) == power)
      power *= 10
    }
  }

  @Test func keepTheirBits() {
    let bits = [
      Elementary.exp(1.25), Elementary.expm1(0.3), Elementary.exp10(0.7), Elementary.log(7),
      Elementary.log10(7), Elementary.log1p(0.3), Elementary.pow(3, 0.7), Elementary.tanh(0.7),
      Elementary.sinh(1.7), Elementary.cosh(1.7), Elementary.sin(1.7), Elementary.cos(1.7),
      Elementary.tan(1.7), Elementary.atan(0.7),
    ].map { String($0.bitPattern, radix: 16) }
    #expect(bits == ElementaryReference.pinnedBits)
  }
}
