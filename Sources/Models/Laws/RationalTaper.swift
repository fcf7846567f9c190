package import Numerics

/// Baryons plus a linear speed that levels off beyond a taper radius.
///
///     V = V_bary + ω R / (1 + R / R_t)
///
/// Far inside `R_t` the added speed is `ω R`, far outside it tends to `ω R_t`.
package enum RationalTaper: SeparableLaw {
  package static let card = ModelCard(
    name: "rational-taper",
    method: "v1_rational_taper",
    summary: "Baryons plus a linear speed that levels off beyond a taper radius.",
    formula: "V = V_bary + omega R / (1 + R / r_t)",
    source: "Methodology: baryonic omega analysis, rational taper",
    parameters: [
      .init("omega", unit: "km / (kpc s)", in: 0...50, "speed added per kpc near the centre"),
      .init("r_t", unit: "kpc", in: 0.1...50, domain: .positive, "taper radius"),
    ],
    example: [25, 3],
    anchors: [
      .init([20, 4], radius: 4, baryonSpeed: 50, speed: 90, because: "at R = r_t half of ω R"),
      .init([0, 4], radius: 9, baryonSpeed: 50, speed: 50, because: "only the baryons are left"),
      .init(
        [20, 4], radius: 12, baryonSpeed: 0, speed: 60, because: "at R = 3 r_t a quarter of ω R"),
    ],
    limits: [
      .init("r_t", .upper, is: "linear", because: "omega R / (1 + R / r_t) tends to omega R")
    ])

  package static let limits: ShapeLimits? = .rational

  @inline(__always)
  package static func shape<Value: LaneValue>(
    at radius: Value, scale: Value, in galaxy: GalaxyFacts<Value>
  ) -> LawShape<Value> {
    let ratio = radius / (scale + radius)
    return LawShape(
      scale * ratio, slope: ratio * ratio, bend: -2 * ratio * ratio / (scale + radius),
      length: scale * ratio * (1 - ratio))
  }
}
