import Models
import Numerics
import TestKit
import Testing

@Suite("Search scale", .limited)
struct SearchScaleTests {
  /// A quantity as it is, one between positive bounds, one from zero, a fixed one, and one of any
  /// sign.
  static let box = ParameterBox(
    lower: SIMD8(-5, 0.1, 0, 3, -1, 0, 0, 0), upper: SIMD8(5, 1e4, 1000, 3, 7, 0, 0, 0),
    free: ParameterSet([0, 1, 2, 4]))
  static let scale = SearchScale(box, logarithmic: ParameterSet([1, 2, 3, 4]))

  @Test func returnsToTheQuantities() {
    var generator = SplitMix64(seed: 70)
    for _ in 0..<200 {
      var quantities = Self.box.lower
      for i in [0, 1, 2, 4] {
        quantities[i] += generator.uniform() * (Self.box.upper[i] - Self.box.lower[i])
      }
      let back = Self.scale.quantities(at: Self.scale.coordinates(of: quantities))
      for i in 0..<8 { #expect(back[i].isNear(quantities[i], relative: 1e-13, absolute: 1e-13)) }
    }
  }

  @Test func meetsItsBoundsExactly() {
    let (lower, upper) = (Self.scale.coordinates.lower, Self.scale.coordinates.upper)
    #expect(Self.scale.quantities(at: lower) == Self.box.lower)
    #expect(Self.scale.quantities(at: upper) == Self.box.upper)
    #expect(Self.scale.coordinates(of: Self.box.lower) == lower)
    #expect(Self.scale.coordinates(of: Self.box.upper) == upper)
    #expect(lower[0] == -5 && lower[3] == 3 && lower[4] == -1)
  }

  @Test func knowsItsSlopes() {
    let quantities = SIMD8<Double>(2, 30, 0.5, 3, 4, 0, 0, 0)
    let place = Self.scale.coordinates(of: quantities)
    let slopes = Self.scale.slopes(at: quantities)
    for i in 0..<5 where i != 3 {
      let numeric = RotationLawTests.derivative(
        of: { value in
          var shifted = place
          shifted[i] = value
          return Self.scale.quantities(at: shifted)[i]
        }, at: place[i], step: 1e-3)
      #expect(slopes[i].isNear(numeric, relative: 1e-9))
    }
  }
}
