import Numerics
import TestKit
import Testing

@Suite("Power", .limited)
struct PowerTests {
  @Test func isOneForExponentZeroAndBaseOne() {
    for x in [0, -0.0, 1, -3, .infinity, -.infinity, .nan, .leastNonzeroMagnitude] {
      #expect(Elementary.pow(x, 0) == 1)
      #expect(Elementary.pow(x, -0.0) == 1)
    }
    for y in [0, -3, .infinity, -.infinity, .nan, 1e300] {
      #expect(Elementary.pow(1, y) == 1)
    }
  }

  @Test func keepsNaNOtherwise() {
    #expect(Elementary.pow(.nan, 2).isNaN)
    #expect(Elementary.pow(2, .nan).isNaN)
    #expect(Elementary.pow(-2, 0.5).isNaN)
    #expect(Elementary.pow(-2, 1e-300).isNaN)
  }

  @Test func takesTheSignOfANegativeBaseForOddExponents() {
    #expect(Elementary.pow(-2, 3) == -8)
    #expect(Elementary.pow(-2, 4) == 16)
    #expect(Elementary.pow(-2, -3) == -0.125)
    #expect(Elementary.pow(-1, 0x1p+53) == 1)
    #expect(Elementary.pow(-1, 0x1p+53 - 1) == -1)
    #expect(Elementary.pow(-10, 309) == -.infinity)
    #expect(Elementary.pow(-10, -401).bitPattern == (-0.0).bitPattern)
  }

  @Test func treatsZeroAndInfinityAsIEEE754Does() {
    #expect(Elementary.pow(0, 2).bitPattern == 0)
    #expect(Elementary.pow(-0.0, 3).bitPattern == (-0.0).bitPattern)
    #expect(Elementary.pow(-0.0, 2).bitPattern == 0)
    #expect(Elementary.pow(0, -2) == .infinity)
    #expect(Elementary.pow(-0.0, -3) == -.infinity)
    #expect(Elementary.pow(.infinity, 0.5) == .infinity)
    #expect(Elementary.pow(.infinity, -0.5) == 0)
    #expect(Elementary.pow(-.infinity, 3) == -.infinity)
    #expect(Elementary.pow(-.infinity, -3).bitPattern == (-0.0).bitPattern)
    #expect(Elementary.pow(-.infinity, 2.5) == .infinity)
    #expect(Elementary.pow(2, .infinity) == .infinity)
    #expect(Elementary.pow(-2, -.infinity) == 0)
    #expect(Elementary.pow(0.5, .infinity) == 0)
    #expect(Elementary.pow(-0.5, -.infinity) == .infinity)
    #expect(Elementary.pow(-1, .infinity) == 1)
    #expect(Elementary.pow(-1, -.infinity) == 1)
  }

  @Test func isExactWhereTheResultIsADouble() {
    for base in 2...40 {
      var power = 1.0
      var exponent = 0.0
      while power < 0x1p+53 {
        #expect(Elementary.pow(Double(base), exponent) == power)
        power *= Double(base)
        exponent += 1
      }
    }
    for root in 1...1000 {
      #expect(Elementary.pow(Double(root * root), 0.5) == Double(root))
    }
    for exponent in -1074...1023 {
      let power = Double(sign: .plus, exponent: exponent, significand: 1)
      #expect(Elementary.pow(2, Double(exponent)) == power)
    }
  }

  @Test func overflowsAndUnderflows() {
    #expect(Elementary.pow(2, 1024) == .infinity)
    #expect(Elementary.pow(2, -1076) == 0)
    #expect(Elementary.pow(1.5, 1e300) == .infinity)
    #expect(Elementary.pow(1.5, -1e300) == 0)
    #expect(Elementary.pow(.leastNonzeroMagnitude, -1.5) == .infinity)
  }
}
