import Models
import Numerics
import TestKit
import Testing

@Suite("Formula of quantities", .limited)
struct QuantityFormulaTests {
  private static let v200 = QuantityFormula.quantity(.parameter(0))
  private static let ratio = QuantityFormula.quantity(.galaxy(.upsilonDisk))

  private static func number(_ value: Double) -> QuantityFormula { .number(value) }

  /// Formulas with every operation that has a slope.
  static let formulas: [QuantityFormula] = [
    .two(.plus, v200, .two(.times, number(3), ratio)),
    .two(.minus, .two(.times, v200, ratio), .one(.negative, v200)),
    .two(.divided, v200, .two(.plus, ratio, v200)),
    .two(.power, v200, ratio), .two(.power, number(10), .one(.negative, ratio)),
    .two(.power, v200, number(3)),
    .one(.squareRoot, v200), .one(.exponential, ratio), .one(.logarithm, v200),
    .one(.decimalLogarithm, .two(.times, v200, ratio)), .one(.tanh, ratio),
    .one(.magnitude, .two(.minus, ratio, v200)),
    .two(.least, v200, ratio), .two(.greatest, v200, .two(.times, ratio, ratio)),
    .choice(.two(.greater, v200, number(100)), .two(.times, ratio, v200), ratio),
    .choice(.two(.lessOrEqual, v200, number(100)), .two(.times, ratio, v200), ratio),
  ]

  private static func place(_ speed: Double, _ disk: Double) -> Quantities {
    var place = Quantities(repeating: .nan)
    (place.law[0], place.galaxy.upsilonDisk) = (speed, disk)
    return place
  }

  /// The formula with its slopes, the speed in lane 2 and the ratio in lane 5.
  private static func sloped(_ formula: QuantityFormula, _ place: Quantities) -> SlopedNumber {
    formula { quantity in
      var slopes = SIMD8<Double>.zero
      slopes[quantity == .parameter(0) ? 2 : 5] = 1
      return SlopedNumber(place[quantity], slopes: slopes)
    }
  }

  @Test(arguments: formulas) func hasTheSlopesOfItsDifferences(_ formula: QuantityFormula) {
    let place = Self.place(120, 0.6)
    let found = Self.sloped(formula, place)
    #expect(found.value == formula.value(at: place))
    for (lane, quantity) in [(2, Quantity.parameter(0)), (5, .galaxy(.upsilonDisk))] {
      let expected = RotationLawTests.derivative(
        of: { value in
          var moved = place
          moved[quantity] = value
          return formula.value(at: moved)
        }, at: place[quantity], step: 1e-3 * place[quantity])
      #expect(found.slopes[lane].isNear(expected, relative: 1e-7, absolute: 1e-10))
    }
    for lane in [0, 1, 3, 4, 6, 7] { #expect(found.slopes[lane] == 0) }
  }

  @Test func isMissingWhereItIsNotFinite() {
    let missing: [QuantityFormula] = [
      .one(.logarithm, Self.number(0)), .one(.squareRoot, Self.number(-1)),
      .two(.divided, Self.number(1), Self.number(0)), .one(.exponential, Self.number(1e4)),
      .two(.power, Self.number(.nan), Self.number(0)),
      .two(.least, Self.number(1), .quantity(.parameter(1))),
    ]
    for formula in missing { #expect(formula.value(at: Self.place(1, 1)).isNaN) }
  }

  @Test func takesConditionsForOneAndZero() {
    let place = Self.place(2, 3)
    let (nan, v200) = (Self.number(.nan), Self.v200)
    func value(_ formula: QuantityFormula) -> Double { formula.value(at: place) }
    #expect(value(.two(.less, v200, Self.ratio)) == 1)
    #expect(value(.two(.greaterOrEqual, v200, Self.ratio)) == 0)
    #expect(value(.two(.unequal, v200, nan)) == 0 && value(.two(.equal, nan, nan)) == 0)
    #expect(value(.one(.isMissing, nan)) == 1 && value(.one(.isMissing, v200)) == 0)
    #expect(value(.one(.not, .two(.equal, v200, Self.number(2)))) == 0)
    #expect(value(.two(.and, .two(.less, v200, nan), Self.number(1))) == 0)
    #expect(value(.two(.or, .two(.less, v200, nan), Self.number(1))) == 1)
    #expect(value(.choice(.two(.less, v200, nan), Self.number(5), Self.number(7))) == 7)
    #expect(value(.one(.floor, Self.number(-1.5))) == -2)
    #expect(value(.one(.ceiling, Self.number(-1.5))) == -1)
    #expect(value(.one(.rounded, Self.number(-1.5))) == -2)
  }

  @Test func namesItsQuantities() {
    let formula = QuantityFormula.choice(
      .two(.less, Self.v200, Self.number(1)), .one(.exponential, Self.ratio), Self.v200)
    #expect(formula.quantities == [.parameter(0), .galaxy(.upsilonDisk), .parameter(0)])
    #expect(formula.names { $0 == .galaxy(.upsilonDisk) })
    #expect(!formula.names { $0 == .parameter(1) })
  }
}
