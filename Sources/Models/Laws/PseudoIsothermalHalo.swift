package import Numerics

/// Baryons and a pseudo-isothermal halo, which has a core.
///
///     ρ ∝ 1 / (1 + x²),  m(x) = x − arctan x
///
/// Far outside its speed tends to a constant.
package enum PseudoIsothermalHalo: HaloLaw {
  package static let card = ModelCard(
    name: "pseudo-isothermal",
    method: "v2_pseudo_isothermal",
    summary: "Baryons and a pseudo-isothermal dark halo, added in quadrature.",
    formula: formula(mass: "x - arctan(x)"),
    source: "Begeman, Broeils & Sanders 1991, MNRAS 249, 523",
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
        [73, 10], radius: 10, baryonSpeed: 0, speed: 36.617_928_363_486_462,
        because: "x = 1: 73^2 10 (1 - pi/4) / (10 - arctan 10)"),
    ],
    limits: coreLimits,
    cost: 40,
    notes: [
      "c200 is r200 over the radius of the core: not to be compared with the c200 of an nfw halo",
      "inside the core V_halo is proportional to R, with a factor that c200 alone sets: a "
        + "curve that ends there does not tell v200",
      "H0 = 73 km/s/Mpc", noteOnTotal,
    ])

  package static let massPower = 3

  /// The series of the mass over x³.
  ///
  ///     1/3 − x²/5 + x⁴/7 − …
  private static let series = HaloSeries.coefficients { n in
    let signs: [Double] = [1, 0, -1, 0]
    return signs[n % 4] / Double(n + 3)
  }

  @inline(__always)
  package static func profile<Value: LaneValue>(
    at x: Value, shape: Value
  ) -> HaloProfile<Value> {
    let steepening = -2 * (x * x / (1 + x * x))
    return HaloProfile(at: x, series: series, power: massPower, steepening: steepening) { x in
      (x - Elementary.atan(x), x * x * x / (1 + x * x))
    }
  }
}
