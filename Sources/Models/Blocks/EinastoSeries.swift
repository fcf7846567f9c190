package import Numerics

/// The profile of an Einasto halo at many radii for one α: the series of ``EinastoHalo`` with its
/// coefficients worked out once.
///
/// With U the largest u that is asked for, the terms are (Uⁿ / ((a + 1) … (a + n))) (u / U)ⁿ, so
/// that the coefficients are as large as the terms are at U and the powers cannot overflow.
package struct EinastoSeries {
  private var alpha = 1.0
  /// Where all the mass is inside, 1 / U, and ln 2 / α.
  private var end = 0.0
  private var inverseReference = 0.0
  private var logScale = 0.0
  /// The coefficients of T, of −∂T/∂a and of ∂²T/∂a²; shape `[terms]`.
  private var terms: [(sum: Double, first: Double, second: Double)] = []
  /// The profile at x = 1 of a halo that is all inside.
  private var whole: HaloProfile<Double>?

  package init() {
    terms.reserveCapacity(256)
  }

  /// Takes an α.
  ///
  /// - Parameters:
  ///   - shape: α, not below ``EinastoHalo/smallestShape``.
  ///   - largest: The logarithm of the largest radius that is asked for, in scale radii.
  package mutating func take(_ shape: Double, upTo largest: Double) {
    alpha = shape
    let a = 3 / alpha
    end = a + 9 * a.squareRoot() + 42
    logScale = Elementary.log(2 / alpha)
    var logReference = logScale + alpha * largest
    let isWhole = !(logReference < Elementary.log(end))
    whole = isWhole ? EinastoHalo.whole(alpha, 0) : nil
    if isWhole { logReference = Elementary.log(end) }
    let reference = Elementary.exp(logReference)
    inverseReference = 1 / reference
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
  /// - Returns: The profile.
  @inline(__always)
  package func profile<Value: LaneValue>(at logX: Value) -> HaloProfile<Value> {
    let u = Elementary.exp(logScale + alpha * logX)
    let isWhole = .!(u .< end)
    let isCentre = .!(u .> 1e-300)
    let ratio = u * inverseReference
    var power = Value(1).replacing(with: 0, where: isWhole .| isCentre)
    var (sum, first, second) = (Value(0), Value(0), Value(0))
    for term in terms {
      power *= ratio
      let next = power * term.sum
      sum += next
      first += power * term.first
      second += power * term.second
      if !(next .> 1e-17 * sum).isAnywhere { break }
    }
    let a = 3 / alpha
    let rest = 1 / (1 + sum)
    let slope = -3 * sum * rest
    var profile = HaloProfile(
      Elementary.exp(-u) * (1 + sum), slope: slope, bend: (3 + slope) * (-alpha * u - slope),
      shapeSlope: a / alpha * (first + sum * (1 - alpha * logX)) * rest)
    (profile.mixedBend, profile.shapeBend) = EinastoHalo.bends(
      Value(alpha), logX, u, sum, byFirst: -first, bySecond: second)
    if isWhole.isAnywhere {
      profile = profile.replacing(with: wholeProfile(at: logX), where: isWhole)
    }
    if isCentre.isAnywhere {
      let centre = HaloProfile(Value(1), slope: Value(0), bend: Value(0), shapeSlope: Value(0))
      profile = profile.replacing(with: centre, where: isCentre)
    }
    return profile
  }

  /// The profile where all the mass is inside.
  @inline(never)
  private func wholeProfile<Value: LaneValue>(at logX: Value) -> HaloProfile<Value> {
    guard let whole else { return EinastoHalo.whole(Value(alpha), logX) }
    var profile = HaloProfile(
      whole.value * Elementary.exp(-3 * logX), slope: Value(whole.slope), bend: Value(whole.bend),
      shapeSlope: Value(whole.shapeSlope))
    profile.shapeBend = Value(whole.shapeBend)
    return profile
  }
}
