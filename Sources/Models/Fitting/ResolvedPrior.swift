import Numerics

/// A general prior of a free quantity, for one galaxy.
///
///     normal     F = ((q − m) / σ)² + 2 ln (Φ((b − m)/σ) − Φ((a − m)/σ)) + 2 ln (σ / σ₀)
///     lognormal  the same of the decimal logarithms
///     beta       F = −2 ln (u^(α − 1) (1 − u)^(β − 1)), less its least value
///
/// between the bounds a and b. The logarithms are the normaliser, which moves with the quantities
/// that centre and width follow from; σ₀ is the width where that is a number, else 1.
struct ResolvedPrior: Sendable {
  let quantity: Quantity
  let lane: Int
  let shape: GeneralPrior.Shape
  private let lower: Double
  private let upper: Double
  /// σ₀.
  private let reference: Double

  private static let halfLogOfTwoPi = 0.918_938_533_204_672_8
  private static let decade = 2.302_585_092_994_045_7

  /// - Parameters:
  ///   - prior: The prior.
  ///   - lane: The lane of its quantity.
  ///   - range: The bounds of its quantity.
  init(_ prior: GeneralPrior, in lane: Int, _ range: FitRange) {
    (quantity, shape, self.lane) = (prior.quantity, prior.shape, lane)
    (lower, upper) = (range.lower, range.upper)
    switch prior.shape {
    case .normal(_, .number(let width)), .lognormal(_, .number(let width)): reference = width
    default: reference = 1
    }
  }

  /// The formulas that it is made of.
  var formulas: [QuantityFormula] { shape.formulas }

  /// Whether its density is taken in the decimal logarithm.
  private var isLogarithmic: Bool {
    if case .lognormal = shape { return true }
    return false
  }

  /// Adds −2 ln of the prior, up to its constant, to a sum with its slopes; infinite where it has
  /// no value.
  func add(to sum: inout LeastSquaresSum, at place: RelatedQuantities) {
    if case .beta(let a, let b) = shape {
      let term = betaTerm(a, b, at: place.values[quantity])
      sum.value += term.value
      sum.descent[lane] -= 0.5 * term.slope
      sum.curvature.add(0.5 * term.curvature, at: lane)
      return
    }
    guard let (residual, normaliser) = normalTerm(at: place) else {
      sum.value = .infinity
      return
    }
    sum.value += residual.value * residual.value + 2 * normaliser.value
    sum.descent -= residual.value * residual.slopes + normaliser.slopes
    sum.curvature.add(residual.slopes, weight: 1)
  }

  /// −2 ln of the prior, up to its constant.
  func value(at place: RelatedQuantities) -> Double {
    if case .beta(let a, let b) = shape {
      return betaTerm(a, b, at: place.values[quantity]).value
    }
    guard let (residual, normaliser) = normalTerm(at: place) else { return .infinity }
    return residual.value * residual.value + 2 * normaliser.value
  }

  /// The slopes of half the normaliser by lane; nil where the prior has none that moves.
  func normaliserSlopes(at place: RelatedQuantities) -> SIMD8<Double>? {
    normalTerm(at: place)?.normaliser.slopes
  }

  /// The natural logarithm of the constant: the integral of exp(−F / 2) over the coordinate in
  /// which the density is taken.
  var logIntegral: Double {
    guard case .beta(let a, let b) = shape else {
      return Self.halfLogOfTwoPi + Elementary.log(reference)
    }
    let logBeta =
      GammaFunction.logarithm(a) + GammaFunction.logarithm(b) - GammaFunction.logarithm(a + b)
    return Elementary.log(upper - lower) + logBeta + 0.5 * Self.least(a, b)
  }

  /// The derivatives of the quantity by that coordinate, as ``Prior/slopes(at:)`` has them.
  func slopes(at value: Double) -> (first: Double, second: Double) {
    isLogarithmic ? (value * Self.decade, value * Self.decade * Self.decade) : (1, 0)
  }

  /// The natural logarithm of the density, over that of a prior that is flat within the bounds.
  func logRatio(at place: RelatedQuantities) -> Double {
    let jacobian =
      isLogarithmic ? Elementary.log(place.values[quantity] * Self.decade) : 0
    return Elementary.log(upper - lower) - 0.5 * value(at: place) - logIntegral - jacobian
  }

  /// The distance from the centre in widths, and ln of what is left within the bounds, times the
  /// width; nil where centre or width make no sense.
  private func normalTerm(
    at place: RelatedQuantities
  ) -> (residual: SlopedNumber, normaliser: SlopedNumber)? {
    let (centre, width): (SlopedNumber, SlopedNumber)
    switch shape {
    case .normal(let mean, let sigma): (centre, width) = (mean { place[$0] }, sigma { place[$0] })
    case .lognormal(let median, let dex):
      let median = median { place[$0] }
      guard median.value > 0 else { return nil }
      (centre, width) = (FormulaFunction.decimalLogarithm(median), dex { place[$0] })
    case .beta: return nil
    }
    guard centre.value.isFinite, width.value > 0, width.value < .infinity else { return nil }
    func coordinate(_ value: Double) -> Double {
      isLogarithmic ? Elementary.log10(value) : value
    }
    /// The distance of a number from the centre, in widths.
    func distance(_ number: SlopedNumber) -> SlopedNumber {
      FormulaOperator.divided(FormulaOperator.minus(number, centre), width)
    }
    var own = place[quantity]
    if isLogarithmic { own = FormulaFunction.decimalLogarithm(own) }
    let residual = distance(own)
    let low =
      isLogarithmic && lower <= 0
      ? SlopedNumber(constant: -.infinity) : distance(SlopedNumber(constant: coordinate(lower)))
    let high = distance(SlopedNumber(constant: coordinate(upper)))
    let left = NormalDistribution.logProbability(from: low.value, through: high.value)
    guard residual.value.isFinite, left.isFinite else { return nil }
    /// The density at a distance over what is left.
    func density(_ distance: Double) -> Double {
      Elementary.exp(-0.5 * distance * distance - Self.halfLogOfTwoPi - left)
    }
    let scale = Elementary.log(width.value / reference)
    let slopes =
      density(high.value) * high.slopes - density(low.value) * low.slopes
      + width.slopes / width.value
    return (residual, SlopedNumber(left + scale, slopes: slopes))
  }

  /// −2 ln of the density of a beta distribution at its highest place.
  private static func least(_ a: Double, _ b: Double) -> Double {
    guard a + b > 2 else { return 0 }
    let mode = (a - 1) / (a + b - 2)
    return logarithm(a, mode) + logarithm(b, 1 - mode)
  }

  /// −2 (a − 1) ln u, which is zero for a = 1 also at u = 0.
  private static func logarithm(_ a: Double, _ u: Double) -> Double {
    a == 1 ? 0 : -2 * (a - 1) * Elementary.log(u)
  }

  private func betaTerm(
    _ a: Double, _ b: Double, at value: Double
  ) -> (value: Double, slope: Double, curvature: Double) {
    let (below, above) = ((value - lower) / (upper - lower), (upper - value) / (upper - lower))
    let (first, second) = (a == 1 ? 0 : (a - 1) / below, b == 1 ? 0 : (b - 1) / above)
    let (firstCurve, secondCurve) = (a == 1 ? 0 : first / below, b == 1 ? 0 : second / above)
    let term = Self.logarithm(a, below) + Self.logarithm(b, above) - Self.least(a, b)
    let width = upper - lower
    return (
      term, -2 * (first - second) / width, 2 * (firstCurve + secondCurve) / (width * width)
    )
  }
}
