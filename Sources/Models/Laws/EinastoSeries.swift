import Numerics

/// The profile of an Einasto halo at many radii for one α: the series of ``EinastoHalo`` with its
/// coefficients worked out once.
///
/// With U the largest u that is asked for, the terms are (Uⁿ / ((a + 1) … (a + n))) (u / U)ⁿ, so
/// that the coefficients are as large as the terms are at U and the powers cannot overflow.
struct EinastoSeries {
  private var alpha = 1.0
  /// Where all the mass is inside, and ln U.
  private var end = 0.0
  private var logReference = 0.0
  /// The coefficients of T, of −∂T/∂a and of ∂²T/∂a²; shape `[terms]`.
  private var terms: [(sum: Double, first: Double, second: Double)] = []
  /// The profile at x = 1 of a halo that is all inside.
  private var whole: HaloProfile<Double>?

  init() {
    terms.reserveCapacity(256)
  }

  /// Takes an α.
  ///
  /// - Parameters:
  ///   - shape: α, not below ``EinastoHalo/smallestShape``.
  ///   - largest: The logarithm of the largest radius that is asked for, in scale radii.
  mutating func take(_ shape: Double, upTo largest: Double) {
    alpha = shape
    let a = 3 / alpha
    end = a + 9 * a.squareRoot() + 42
    logReference = Elementary.log(2 / alpha) + alpha * largest
    let isWhole = !(logReference < Elementary.log(end))
    whole = isWhole ? EinastoHalo.whole(alpha, 0) : nil
    if isWhole { logReference = Elementary.log(end) }
    let reference = Elementary.exp(logReference)
    terms.removeAll(keepingCapacity: true)
    var (term, sum, harmonic, squares, divisor) = (1.0, 0.0, 0.0, 0.0, a)
    repeat {
      divisor += 1
      let inverse = 1 / divisor
      term *= reference * inverse
      harmonic += inverse
      squares += inverse * inverse
      sum += term
      terms.append((term, term * harmonic, term * (harmonic * harmonic + squares)))
    } while term > 1e-17 * sum
  }

  /// The profile.
  ///
  /// - Parameter logX: The logarithm of the radius in scale radii, not above the largest.
  @inline(__always)
  func profile(at logX: Double) -> HaloProfile<Double> {
    let logU = Elementary.log(2 / alpha) + alpha * logX
    let u = Elementary.exp(logU)
    guard u < end else { return wholeProfile(at: logX) }
    guard u > 1e-300 else { return HaloProfile(1, slope: 0, bend: 0, shapeSlope: 0) }
    let ratio = Elementary.exp(logU - logReference)
    var (power, sum, first, second) = (1.0, 0.0, 0.0, 0.0)
    for term in terms {
      power *= ratio
      let next = power * term.sum
      sum += next
      first += power * term.first
      second += power * term.second
      if next <= 1e-17 * sum { break }
    }
    let a = 3 / alpha
    let slope = -3 * sum / (1 + sum)
    var profile = HaloProfile(
      Elementary.exp(-u) * (1 + sum), slope: slope, bend: (3 + slope) * (-alpha * u - slope),
      shapeSlope: a / alpha * (first + sum * (1 - alpha * logX)) / (1 + sum))
    (profile.mixedBend, profile.shapeBend) = EinastoHalo.bends(
      alpha, logX, u, sum, byFirst: -first, bySecond: second)
    return profile
  }

  /// The profile where all the mass is inside.
  private func wholeProfile(at logX: Double) -> HaloProfile<Double> {
    guard let whole else { return EinastoHalo.whole(alpha, logX) }
    var profile = HaloProfile(
      whole.value * Elementary.exp(-3 * logX), slope: whole.slope, bend: whole.bend,
      shapeSlope: whole.shapeSlope)
    profile.shapeBend = whole.shapeBend
    return profile
  }
}
