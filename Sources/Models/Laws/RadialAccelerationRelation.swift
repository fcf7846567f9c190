import Galaxies
package import Numerics

/// Speeds that follow from the baryons alone by the radial acceleration relation.
///
///     V² = R g_bar / (1 − e^(−s)),  s = √(g_bar / g†),  g_bar = V²_bary / R
///
/// Far above g† the speed is that of the baryons, far below it tends to (V²_bary R g†)^(1/4).
/// Without baryons there is none: all slopes are given as zero there, also that by V_bary, which is
/// infinite.
package enum RadialAccelerationRelation: RotationLaw {
  package static let card = ModelCard(
    name: "rar",
    method: "v1_rar",
    summary: "The radial acceleration relation: speeds that follow from the baryons alone.",
    formula: "V = V_bary / sqrt(1 - exp(-sqrt(g_bar / g_dagger))), g_bar = V_bary^2 / R",
    source: "McGaugh, Lelli & Schombert 2016, PRL 117, 201101, equation 4",
    parameters: [
      .init(
        "g_dagger", unit: "m / s2", in: 1e-11...1e-9, domain: .positive, spacing: .log,
        "acceleration scale of the relation")
    ],
    example: [1.2e-10],
    anchors: [
      .init(
        [1.2e-10], radius: 0.001, baryonSpeed: 200, speed: 200,
        because: "g_bar is 10,800 times g_dagger: the relation adds e^-104 to the baryons"),
      .init(
        [1e-9], radius: 0.324_077_928_944_436_48, baryonSpeed: 100, speed: 125.776_655_499_712_125,
        because: "R is 1e19 m, so g_bar = 1e-9 = g_dagger: 100 / sqrt(1 - 1/e)"),
      .init(
        [1.2e-10], radius: 7, baryonSpeed: 0, speed: 0, because: "no baryons, no acceleration"),
    ],
    notes: [
      "the source finds one g_dagger for all galaxies, 1.2e-10; a grid of one value, "
        + "\"g_dagger\": [1.2e-10], fixes it",
      "where the baryons pull outward, g_bar <= 0, the relation has V = 0; such points count in "
        + "chi-squared and in n, and are told as clamped",
      "fitted to one galaxy, g_dagger takes up errors of its distance, inclination and "
        + "mass-to-light ratio",
    ])

  package static var hasBend: Bool { true }

  @inline(__always)
  package static func speed<Value: LaneValue>(
    at point: LawPoint<Value>, _ parameters: ParameterValues<Value>,
    derivatives: inout LawDerivatives<Value>
  ) -> Value {
    let scale = parameters[0]
    let unit = 1e6 / (point.radius * Constants.metresPerKiloparsec)
    let s = point.baryonSpeed * (unit / scale).squareRoot()
    let isNothing = .!(s .> 0)
    let speed = point.baryonSpeed / Elementary.oneMinusExp(minus: s).squareRoot()
    // −∂ln V / ∂ln s, from ½ far below g† to nothing far above it.
    let weight = Value(0).replacing(with: 0.5 * s / Elementary.expm1(s), where: s .< 700)
    let byScale = Value(0).replacing(with: 0.5 * weight * speed / scale, where: weight .> 0)
    derivatives.parameters[0] = byScale.replacing(with: 0, where: isNothing)
    // By ln g†: −½ of the derivatives by ln s. The weight changes by 1 − s / (1 − e^(−s)) of
    // itself.
    let change = -0.5 * (1 - s / Elementary.oneMinusExp(minus: s))
    let bend = 0.5 * weight * speed * (change + 0.5 * weight - 1) / (scale * scale)
    derivatives.bend.first = Value(0).replacing(with: bend, where: (weight .> 0) .& (.!isNothing))
    derivatives.baryonSpeed = (speed / point.baryonSpeed * (1 - weight))
      .replacing(with: 0, where: isNothing)
    derivatives.galaxy.length = (0.5 * weight * speed).replacing(with: 0, where: isNothing)
    return speed.replacing(with: 0, where: isNothing)
  }
}
