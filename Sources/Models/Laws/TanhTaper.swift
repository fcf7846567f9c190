package import Numerics

/// Baryons plus a speed that saturates like a hyperbolic tangent.
///
///     V = V_bary + V_max tanh(R / R_t)
///
/// Near the centre the added speed grows as `(V_max / R_t) R`, which is the effective ω.
package enum TanhTaper: SeparableLaw {
  package static let card = ModelCard(
    name: "tanh-taper",
    method: "v1_tanh_taper",
    summary: "Baryons plus a speed that saturates like a hyperbolic tangent.",
    formula: "V = V_bary + v_max tanh(R / r_t)",
    source: "Methodology: baryonic omega analysis, tanh taper",
    parameters: [
      .init("v_max", unit: "km / s", in: 0...500, "speed added far outside"),
      .init("r_t", unit: "kpc", in: 0.1...50, domain: .positive, "radius of saturation"),
    ],
    example: [90, 5],
    anchors: [
      .init(
        [80, 5], radius: 5, baryonSpeed: 40, speed: 100.927_532_476_461_19,
        because: "tanh 1 = 0.761594155955764888"),
      .init([80, 5], radius: 500, baryonSpeed: 40, speed: 120, because: "far outside tanh is 1"),
    ],
    limits: [
      .init(
        "r_t", .upper, is: "linear", because: "v_max tanh(R / r_t) tends to (v_max / r_t) R")
    ],
    notes: ["v_max / r_t is the effective omega near the centre"])

  package static let limits: ShapeLimits? = .tanh

  @inline(__always)
  package static func shape<Value: LaneValue>(
    at radius: Value, scale: Value, in galaxy: GalaxyFacts<Value>
  ) -> LawShape<Value> {
    let isOne = .!(scale .> 0)
    let ratio = radius / scale
    let value = Elementary.tanh(ratio)
    let fall = (1 - value * value) * ratio
    let slope = -(1 - value * value) * ratio / scale
    let bend = fall * (2 - 2 * ratio * value) / (scale * scale)
    return LawShape(
      value.replacing(with: 1, where: isOne), slope: slope.replacing(with: 0, where: isOne),
      bend: bend.replacing(with: 0, where: isOne), length: fall.replacing(with: 0, where: isOne))
  }
}
