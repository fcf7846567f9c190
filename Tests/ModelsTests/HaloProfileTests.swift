import Models
import Numerics
import TestKit
import Testing

/// The second slopes of halos, and the two ways to the profile of an Einasto halo.
@Suite("Profile of a halo", .limited)
struct HaloProfileTests {
  static let laws: [any HaloLaw.Type] = [
    NFWHalo.self, PseudoIsothermalHalo.self, BurkertHalo.self, EinastoHalo.self,
  ]
  static let radii = [1e-6, 0.003, 0.15, 0.25, 1, 4, 60, 2000]

  static func profile(_ law: any HaloLaw.Type, _ x: Double, _ shape: Double = 0.6)
    -> HaloProfile<Double>
  {
    law.profile(at: x, shape: shape)
  }

  @Test(arguments: laws.indices)
  func hasTheSlopeOfItsSlope(_ index: Int) {
    for x in Self.radii {
      let step = 1e-4
      let (one, other) = (
        Self.profile(Self.laws[index], x * Elementary.exp(-step)),
        Self.profile(Self.laws[index], x * Elementary.exp(step))
      )
      let bend = Self.profile(Self.laws[index], x).bend
      let difference = (other.slope - one.slope) / (2 * step)
      #expect((bend - difference).magnitude <= 1e-6 * bend.magnitude + 1e-11, "x = \(x)")
    }
  }

  @Test(arguments: [0.05, 0.17, 0.6, 2, 5])
  func hasTheSlopesByTheShape(_ shape: Double) {
    for x in Self.radii {
      let step = 1e-4 * shape
      let (one, here, other) = (
        EinastoHalo.profile(at: x, shape: shape - step),
        EinastoHalo.profile(at: x, shape: shape),
        EinastoHalo.profile(at: x, shape: shape + step)
      )
      let mixed = (other.slope - one.slope) / (2 * step)
      let bend = (other.shapeSlope - one.shapeSlope) / (2 * step)
      #expect((here.mixedBend - mixed).magnitude <= 1e-6 * mixed.magnitude + 1e-8, "x = \(x)")
      #expect((here.shapeBend - bend).magnitude <= 1e-6 * bend.magnitude + 1e-7, "x = \(x)")
    }
  }

  /// The series with its coefficients worked out once is that of the law.
  @Test(arguments: [0.05, 0.17, 0.6, 2, 5], [0.01, 1, 30, 5000])
  func isThatOfTheSeries(_ shape: Double, _ largest: Double) {
    var series = EinastoSeries()
    series.take(shape, upTo: Elementary.log(largest))
    for part in [1e-5, 0.002, 0.1, 0.6, 1] {
      let x = part * largest
      let (one, other) = (
        series.profile(at: Elementary.log(x)), EinastoHalo.profile(at: x, shape: shape)
      )
      #expect(one.value.isNear(other.value, relative: 1e-12))
      #expect((one.slope - other.slope).magnitude <= 1e-12)
      #expect((one.bend - other.bend).magnitude <= 1e-11)
      #expect(one.shapeSlope.isNear(other.shapeSlope, relative: 1e-9))
      #expect(
        (one.mixedBend - other.mixedBend).magnitude <= 1e-8 + 1e-8 * other.mixedBend.magnitude)
      #expect(
        (one.shapeBend - other.shapeBend).magnitude <= 1e-7 + 1e-7 * other.shapeBend.magnitude)
    }
  }
}
