package import Numerics

/// Baryons and a halo as found in simulations of cold dark matter, which has a cusp.
///
///     ρ ∝ 1 / (x (1 + x)²),  m(x) = ln(1 + x) − x / (1 + x)
///
/// Near the centre its speed grows as √R, far outside it falls slowly.
package enum NFWHalo: HaloLaw {
  package static let card = ModelCard(
    name: "nfw",
    method: "v2_nfw",
    summary: "Baryons and a Navarro-Frenk-White dark halo, added in quadrature.",
    formula: formula(mass: "ln(1 + x) - x / (1 + x)"),
    source: "Navarro, Frenk & White 1997, ApJ 490, 493",
    parameters: virialParameters,
    example: [110, 40],
    anchors: [
      .init(
        [219, 12], radius: 300, baryonSpeed: 292, speed: 365,
        because: "V_halo(r200) = v200, and 219-292-365 is a 3-4-5 triangle"),
      .init(
        [73, 0], radius: 25, baryonSpeed: 0, speed: 36.5,
        because: "for c200 -> 0 all is cusp, so V_halo is v200 sqrt(R / r200)"),
      .init(
        [73, 10], radius: 10, baryonSpeed: 0, speed: 83.147_315_109_847_334,
        because: "x = 1: 73^2 10 (ln 2 - 1/2) / (ln 11 - 10/11)"),
    ],
    cost: 40,
    notes: [
      "far inside r200 / c200 only v200 c200^2 / m(c200) counts: a curve that ends there leaves "
        + "v200 and c200 degenerate",
      "a galaxy with a core drives c200 down and v200 up, often to a bound",
      "H0 = 73 km/s/Mpc", noteOnTotal,
    ])

  package static let massPower = 2

  /// The series of the mass over x².
  ///
  ///     1/2 − 2x/3 + 3x²/4 − …
  private static let series = HaloSeries.coefficients { n in
    let ratio = Double(n + 1) / Double(n + 2)
    return n % 2 == 0 ? ratio : -ratio
  }

  @inline(__always)
  package static func profile<Value: LaneValue>(
    at x: Value, shape: Value
  ) -> HaloProfile<Value> {
    let fraction = x / (1 + x)
    return HaloProfile(at: x, series: series, power: massPower, steepening: -2 * fraction) { x in
      (Elementary.log1p(x) - fraction, fraction * fraction)
    }
  }
}
