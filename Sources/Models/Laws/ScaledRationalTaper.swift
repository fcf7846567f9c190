package import Numerics

/// The rational taper with a taper radius that is a multiple of the disk's scale length.
///
///     V = V_bary + ω R / (1 + R / (k R_d))
///
/// It differs from ``RationalTaper`` in its bounds only: a bound on `k` asks whether the taper
/// radius is tied to the disk.
package enum ScaledRationalTaper: SeparableLaw {
  package static let card = ModelCard(
    name: "rational-taper-kRd",
    method: "v2_kRd_taper",
    summary: "The rational taper with a taper radius of k disk scale lengths.",
    formula: "V = V_bary + omega R / (1 + R / (k r_disk))",
    source: "Methodology: baryonic omega analysis, coupled taper",
    parameters: [
      .init("omega", unit: "km / (kpc s)", in: 0...200, "speed added per kpc near the centre"),
      .init("k", unit: "", in: 0.1...20, domain: .positive, "taper radius in disk scale lengths"),
    ],
    example: [25, 3],
    needs: [\.diskScaleLength],
    anchors: [
      .init(
        [20, 2], radius: 4, baryonSpeed: 50, in: [\.diskScaleLength: 2], speed: 90,
        because: "at R = k r_disk half of ω R"),
      .init(
        [20, 2], radius: 3, baryonSpeed: 30, in: [\.diskScaleLength: 0.5], speed: 45,
        because: "at R = 3 k r_disk a quarter of ω R"),
    ],
    limits: [
      .init("k", .upper, is: "linear", because: "omega R / (1 + R / (k r_disk)) tends to omega R")
    ])

  package static let limits: ShapeLimits? = .rational

  @inline(__always)
  package static func shape<Value: LaneValue>(
    at radius: Value, scale: Value, in galaxy: GalaxyFacts<Value>
  ) -> LawShape<Value> {
    let unit = galaxy.diskScaleLength
    let ratio = radius / (scale * unit + radius)
    let value = scale * unit * ratio
    return LawShape(
      value, slope: unit * ratio * ratio,
      bend: -2 * (unit * ratio) * (unit * ratio) / (scale * unit + radius), length: value)
  }
}
