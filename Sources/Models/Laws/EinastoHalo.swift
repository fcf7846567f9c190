package import Numerics

/// Baryons and an Einasto halo, whose density steepens steadily.
///
///     ρ ∝ exp(−(2/α) (x^α − 1)),  m(x) = ∫₀ˣ t² exp(−(2/α) (t^α − 1)) dt
///
/// The logarithmic slope of ρ is −2 x^α. For α → 0 the speed of the halo is constant; numbers below
/// ``smallestShape`` count as it.
package enum EinastoHalo: HaloLaw {
  package static let card = ModelCard(
    name: "einasto",
    method: "v2_einasto",
    summary: "Baryons and an Einasto dark halo, added in quadrature.",
    formula: formula(mass: "integral of t^2 exp(-(2 / alpha) (t^alpha - 1)) dt from 0 to x"),
    source: "Einasto 1965; Navarro et al. 2004, MNRAS 349, 1039",
    parameters: virialParameters + [
      .init(
        "alpha", unit: "", in: 0.05...5, domain: .positive, spacing: .log,
        "steepening of the density: its logarithmic slope is -2 x^alpha")
    ],
    example: [110, 60, 0.6],
    anchors: [
      .init(
        [219, 12, 0.17], radius: 300, baryonSpeed: 292, speed: 365,
        because: "V_halo(r200) = v200, and 219-292-365 is a 3-4-5 triangle"),
      .init(
        [73, 0, 0.5], radius: 50, baryonSpeed: 0, speed: 36.5,
        because: "for c200 -> 0 the density is constant, so V_halo is v200 R / r200"),
      .init(
        [73, 10, 1], radius: 10, baryonSpeed: 0, speed: 131.262_796_062_294_238,
        because: "m(x) ~ 1 - e^(-2x) (1 + 2x + 2x^2), so 73^2 10 (1 - 5 e^-2) / (1 - 221 e^-20)"),
      .init(
        [73, 2, 3], radius: 50, baryonSpeed: 0, speed: 72.188_361_687_541_494,
        because: "m(x) ~ 1 - e^(-2 x^3 / 3), so 73^2 2 (1 - e^(-2/3)) / (1 - e^(-16/3))"),
    ],
    cost: 600,
    notes: [
      "simulations of cold dark matter give alpha of 0.16 to 0.18; a list of one value under grid "
        + "fixes it",
      "alpha is strongly correlated with c200: few curves bound all three parameters",
      "H0 = 73 km/s/Mpc", noteOnTotal,
    ])

  package static let massPower = 3

  package static let hasShape = true

  /// The smallest shape parameter that is told from zero.
  package static let smallestShape = 0.01

  /// The mass by its series, or where nothing is left outside by the whole mass.
  ///
  /// With a = 3/α and u = (2/α) x^α the mass over its power of x is, up to a factor,
  ///
  ///     a u^(−a) γ(a, u) = e^(−u) (1 + T),  T = Σ_{n ≥ 1} uⁿ / ((a + 1) … (a + n))
  ///
  /// All terms are positive. With D = −∂T/∂a the slopes follow from ∂ln/∂ln u = −a T / (1 + T), and
  /// with ∂²T/∂a² theirs: each term tₙ has −∂ln tₙ/∂a = Σ 1/(a + i) and ∂²ln tₙ/∂a² = Σ 1/(a + i)².
  ///
  /// - SeeAlso: NIST Digital Library of Mathematical Functions, 8.7.1.
  @inline(__always)
  package static func profile<Value: LaneValue>(
    at x: Value, shape: Value
  ) -> HaloProfile<Value> {
    let isCentre = .!(x .> 0)
    let alpha = shape.atLeast(smallestShape)
    let a = 3 / alpha
    let logX = Elementary.log(x)
    let u = 2 / alpha * Elementary.exp(alpha * logX)
    // Beyond, 1 − P(a, u) is below 1e-17.
    let isWhole = .!(u .< a + 9 * a.squareRoot() + 42) .& .!isCentre
    var (sum, harmonic, sumByShape, divisor) = (Value(0), Value(0), Value(0), a)
    var (squares, sumByShapeTwice) = (Value(0), Value(0))
    var term = Value(1).replacing(with: 0, where: isWhole .| isCentre)
    repeat {
      divisor += Value(1)
      let inverse = 1 / divisor
      term *= u * inverse
      harmonic += inverse
      sum += term
      sumByShape += term * harmonic
      squares += inverse * inverse
      sumByShapeTwice += term * (harmonic * harmonic + squares)
      term = term.replacing(with: 0, where: .!(term .> 1e-17 * sum))
    } while (term .> 0).isAnywhere
    let byShape = sumByShape + sum * (1 - alpha * logX)
    let slope = -3 * sum / (1 + sum)
    var profile = HaloProfile(
      Elementary.exp(-u) * (1 + sum), slope: slope, bend: (3 + slope) * (-alpha * u - slope),
      shapeSlope: a / alpha * byShape / (1 + sum))
    (profile.mixedBend, profile.shapeBend) = bends(
      alpha, logX, u, sum, byFirst: -sumByShape, bySecond: sumByShapeTwice)
    if isWhole.isAnywhere {
      profile = profile.replacing(with: whole(alpha, logX), where: isWhole)
    }
    let centre = HaloProfile(Value(1), slope: Value(0), bend: Value(0), shapeSlope: Value(0))
    return isCentre.isAnywhere ? profile.replacing(with: centre, where: isCentre) : profile
  }

  /// The derivatives of the slope and of the derivative by α, both by α.
  ///
  /// - Parameters:
  ///   - alpha: α.
  ///   - logX: ln x.
  ///   - u: (2/α) x^α.
  ///   - sum: T.
  ///   - first: ∂T/∂a.
  ///   - second: ∂²T/∂a².
  /// - Returns: ∂²ln/∂ln x ∂α and ∂²ln/∂α².
  @inline(__always)
  static func bends<Value: LaneValue>(
    _ alpha: Value, _ logX: Value, _ u: Value, _ sum: Value, byFirst first: Value,
    bySecond second: Value
  ) -> (mixed: Value, shape: Value) {
    let a = 3 / alpha
    let (aSlope, share) = (-a / alpha, 1 / (1 + sum))
    let change = logX - 1 / alpha
    let (uSlope, uBend) = (u * change, u * (change * change) + u / (alpha * alpha))
    let byU = (1 + sum) - a * sum / u
    let byUTwice = byU - a / u * byU + a / (u * u) * sum
    let byBoth = first - (sum + a * first) / u
    let slope = first * aSlope + byU * uSlope
    let byA = second * (aSlope * aSlope) - first * (2 * aSlope / alpha)
    let bend = byA + 2 * byBoth * aSlope * uSlope + byUTwice * (uSlope * uSlope) + byU * uBend
    let relative = slope * share
    return (-3 * relative * share, bend * share - uBend - relative * relative)
  }

  /// The profile where all the mass is inside: Γ(a + 1) (2/α)^(−a) x^(−3).
  @inline(never)
  static func whole<Value: LaneValue>(
    _ alpha: Value, _ logX: Value
  ) -> HaloProfile<Value> {
    let a = 3 / alpha
    let logRate = Elementary.log(2 / alpha)
    let change = logRate + 1 - GammaFunction.digamma(a + 1)
    var profile = HaloProfile(
      Elementary.exp(GammaFunction.logarithm(a + 1) - a * logRate - 3 * logX),
      slope: Value(-3), bend: Value(0), shapeSlope: a / alpha * change)
    let bend = a / alpha * GammaFunction.trigamma(a + 1) - 1 / alpha - 2 / alpha * change
    profile.shapeBend = a / alpha * bend
    return profile
  }
}
