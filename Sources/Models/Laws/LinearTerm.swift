package import Numerics

/// Baryons plus a speed that grows with radius.
///
///     V = V_bary + ω R
package enum LinearTerm: SeparableLaw {
  package static let card = ModelCard(
    name: "linear",
    method: "v1_fixed_ML",
    summary: "Baryons plus a speed that grows in proportion to the radius.",
    formula: "V = V_bary + omega R",
    source: "Methodology: baryonic omega analysis, linear model",
    parameters: [
      .init("omega", unit: "km / (kpc s)", in: -50...50, "speed added per kpc")
    ],
    example: [25],
    anchors: [
      .init([7], radius: 3, baryonSpeed: 40, speed: 61, because: "40 + 7 · 3"),
      .init([7], radius: 0, baryonSpeed: 12, speed: 12, because: "nothing is added at the centre"),
    ])

  @inline(__always)
  package static func shape<Value: LaneValue>(
    at radius: Value, scale: Value, in galaxy: GalaxyFacts<Value>
  ) -> LawShape<Value> {
    LawShape(radius, slope: Value(0), bend: Value(0), length: radius)
  }
}
