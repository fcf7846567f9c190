package import Numerics

/// Baryons and a Burkert halo, which has a core and falls outside like an NFW halo.
///
///     ρ ∝ 1 / ((1 + x) (1 + x²)),  m(x) = ½ ln(1 + x²) + ln(1 + x) − arctan x
package enum BurkertHalo: HaloLaw {
  package static let card = ModelCard(
    name: "burkert",
    method: "v2_burkert",
    summary: "Baryons and a Burkert dark halo, added in quadrature.",
    formula: formula(mass: "ln(1 + x^2) / 2 + ln(1 + x) - arctan(x)"),
    source: "Burkert 1995, ApJ 447, L25",
    parameters: virialParameters,
    example: [110, 40],
    anchors: [
      .init(
        [219, 12], radius: 300, baryonSpeed: 292, speed: 365,
        because: "V_halo(r200) = v200, and 219-292-365 is a 3-4-5 triangle"),
      .init(
        [73, 0], radius: 50, baryonSpeed: 0, speed: 36.5,
        because: "for c200 -> 0 all is core, so V_halo is v200 R / r200"),
      .init(
        [73, 10], radius: 10, baryonSpeed: 0, speed: 64.732_640_590_864_342,
        because: "x = 1: 73^2 10 (ln(2) 3/2 - pi/4) / (ln(101)/2 + ln 11 - arctan 10)"),
    ],
    limits: coreLimits,
    cost: 50,
    notes: [
      "c200 is r200 over the radius of the core: not to be compared with the c200 of an nfw halo",
      "inside the core V_halo is proportional to R, with a factor that c200 alone sets: a "
        + "curve that ends there does not tell v200",
      "H0 = 73 km/s/Mpc", noteOnTotal,
    ])

  package static let massPower = 3

  /// The series of half the mass over x³.
  ///
  ///     1/3 − x/4 + 0 + 0 + x⁴/7 − x⁵/8 + …
  private static let series = HaloSeries.coefficients { n in
    let signs: [Double] = [1, -1, 0, 0]
    return signs[n % 4] / Double(n + 3)
  }

  @inline(__always)
  package static func profile<Value: LaneValue>(
    at x: Value, shape: Value
  ) -> HaloProfile<Value> {
    let square = x * x
    let inverse = 1 / ((1 + x) * (1 + square))
    let steepening = -inverse * (x * (1 + square) + 2 * square * (1 + x))
    return HaloProfile(at: x, series: series, power: massPower, steepening: steepening) { x in
      let logarithms = 0.5 * Elementary.log1p(square) + Elementary.log1p(x)
      return (
        0.5 * (logarithms - Elementary.atan(x)), square * (x / ((1 + x) * (1 + square)))
      )
    }
  }
}
