package import Numerics

/// A dark halo added to the baryons in quadrature.
///
///     V² = V²_bary + V²_halo,  V²_halo = V₂₀₀² (r₂₀₀ / R) m(x) / m(C₂₀₀)
///
/// with x = R / r_s, r_s = r₂₀₀ / C₂₀₀ and m the mass within x up to a factor. r₂₀₀ encloses 200
/// times the critical density, so V₂₀₀ = 10 H₀ r₂₀₀: that is V₂₀₀ / 0.73 in kpc for H₀ = 73
/// km/s/Mpc.
///
/// Zero for a parameter stands for the limit. For C₂₀₀ → 0 only the innermost power of the mass is
/// left; for V₂₀₀ → 0 the halo vanishes.
///
/// - SeeAlso: Li, Lelli, McGaugh & Schombert 2020, ApJS 247, 31, for these parameters and their
///   bounds.
package protocol HaloLaw: QuadratureLaw {
  /// The power with which the mass starts at the centre: 3 for a core, 2 for a cusp of slope −1.
  static var massPower: Int { get }

  /// Whether a third parameter of the card gives the shape of the mass.
  static var hasShape: Bool { get }

  /// The mass within a radius.
  ///
  /// - Parameters:
  ///   - x: Radius in scale radii, not negative.
  ///   - shape: The third parameter of the card; ignored by a halo without one.
  /// - Returns: The mass over x to the ``massPower``, with its slopes.
  static func profile<Value: LaneValue>(at x: Value, shape: Value) -> HaloProfile<Value>
}

extension HaloLaw {
  package static var hasShape: Bool { false }

  /// V₂₀₀ over r₂₀₀, which is ten times the Hubble constant, km/s/kpc.
  package static var virialRate: Double { 0.73 }

  /// The parameters of every halo.
  static var virialParameters: [ModelCard.Parameter] {
    [
      .init(
        "v200", unit: "km / s", in: 10...500, domain: .positive, spacing: .log,
        "speed of the halo at r200"),
      .init(
        "c200", unit: "", in: 0...1000, domain: .positive, spacing: .log,
        "r200 in scale radii of the halo"),
    ]
  }

  /// What a halo with a core becomes where v200 grows and r200 with it: its core reaches further
  /// than any curve.
  static var coreLimits: [ModelCard.Limit] {
    [
      .init(
        "v200", .upper, is: "quadrature",
        because: "R stays within the core, where V_halo is proportional to R")
    ]
  }

  /// The law in plain text, for the mass of a halo in plain text.
  static func formula(mass: String) -> String {
    "V = sqrt(V_bary^2 + v200^2 (r200 / R) m(x) / m(c200)), x = c200 R / r200, r200 = v200 / 0.73, "
      + "m(x) = \(mass)"
  }

  @inline(__always)
  package static func speed<Value: LaneValue>(
    at point: LawPoint<Value>, _ parameters: ParameterValues<Value>,
    derivatives: inout LawDerivatives<Value>
  ) -> Value {
    // Numbers that stand for zero: so small that the limits are reached to the last digit.
    let concentration = parameters[1].atLeast(1e-280)
    let ratio = virialRate * point.radius / parameters[0].atLeast(1e-30)
    let inner = profile(at: concentration * ratio, shape: parameters[2])
    let whole = profile(at: concentration, shape: parameters[2])
    // V_halo / V₂₀₀ = √(q(x) / q(C₂₀₀)) with q = m / x.
    let start = massPower == 3 ? ratio * ratio : ratio
    let share = (start * (inner.value / whole.value)).squareRoot()
    let halo = parameters[0] * share
    let total = point.baryonSquare + halo * halo
    let speed = speed(ofTotal: total, &derivatives)

    // Without any speed the halo is all that could be added.
    let still = Value(1).replacing(with: 0, where: total .< 0)
    let part = still.replacing(with: halo / speed, where: speed .> 0)
    let slope = Double(massPower - 1) + inner.slope
    let steepness = (inner.slope - whole.slope) / concentration
    derivatives.parameters[0] = part * share * (1 - 0.5 * slope)
    // An Einasto halo with alpha < 1 has an infinite slope at C₂₀₀ = 0: as steep as can be squared.
    derivatives.parameters[1] = 0.5 * part * halo * steepness.atLeast(-1e100).atMost(1e100)
    derivatives.parameters[2] = 0.5 * part * halo * (inner.shapeSlope - whole.shapeSlope)
    derivatives.galaxy.length = 0.5 * part * halo * slope
    derivatives.bend = bend(
      halo * halo, speed, by: parameters[0].atLeast(1e-30), concentration, inner, whole)
    return speed
  }

  package static var hasBend: Bool { true }

  /// The second derivatives of the speed by V₂₀₀ and C₂₀₀.
  ///
  /// - Parameters:
  ///   - square: V²_halo.
  ///   - speed: V.
  ///   - scale: V₂₀₀.
  ///   - concentration: C₂₀₀.
  ///   - inner: The profile at the radius.
  ///   - whole: The profile at r₂₀₀.
  /// - Returns: The derivatives.
  @inline(__always)
  private static func bend<Value: LaneValue>(
    _ square: Value, _ speed: Value, by scale: Value, _ concentration: Value,
    _ inner: HaloProfile<Value>, _ whole: HaloProfile<Value>
  ) -> LawBend<Value> {
    // The derivatives of ln V²_halo by the logarithms of both.
    let byScale = Double(3 - massPower) - inner.slope
    let byConcentration = inner.slope - whole.slope
    // ∂²V = V²_halo (∂²ln + ∂ln ∂ln) / 2V − V⁴_halo ∂ln ∂ln / 4V³, less ∂V where it is twice by
    // one.
    let half = 0.5 * square / speed
    let rest = 1 - 0.5 * square / (speed * speed)
    var bend = LawBend<Value>()
    bend.first =
      half * (inner.bend + byScale * (byScale * rest - 1)) / (scale * scale)
    bend.mixed =
      half * (byScale * byConcentration * rest - inner.bend) / (scale * concentration)
    let change = inner.bend - whole.bend
    bend.second =
      half * (change + byConcentration * (byConcentration * rest - 1))
      / (concentration * concentration)
    return bend
  }
}
