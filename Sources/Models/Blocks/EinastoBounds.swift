import Numerics

/// A bound of V²_halo at the outermost point, with the derivatives of its logarithm.
struct EinastoLimit {
  let amplitude: Double
  let slopes: PlaceSlopes<Double>
}

/// The bounds of V²_halo at the outermost point between two scale radii, which no turn of the
/// bounds divides.
struct EinastoBounds {
  private let range: HaloRange
  /// Whether the lower bound is that of v200 there, and the upper one that of c200.
  private let lowerIsSpeed: Bool
  private let upperIsConcentration: Bool

  /// - Parameters:
  ///   - range: The bounds.
  ///   - ends: The ends in z.
  init(_ range: HaloRange, between ends: (lower: Double, upper: Double)) {
    self.range = range
    lowerIsSpeed = ends.lower >= range.lowerTurn
    upperIsConcentration = ends.lower >= range.upperTurn
  }

  /// C₂₀₀ on a bound.
  ///
  /// - Parameters:
  ///   - isLow: Whether the lower one is meant.
  ///   - logPlace: ln z.
  /// - Returns: C₂₀₀.
  func concentration(isLow: Bool, at logPlace: Double) -> Double {
    guard isSpeed(isLow) else { return isLow ? range.lowerConcentration : range.upperConcentration }
    let speed = isLow ? range.smallestSpeed : range.upperSpeed
    return speed * (range.rate * Elementary.exp(logPlace))
  }

  /// Whether a bound is that of v200.
  private func isSpeed(_ isLow: Bool) -> Bool { isLow ? lowerIsSpeed : !upperIsConcentration }

  /// A bound at a place.
  ///
  ///     ln A = ln q(z) − ln q(C₂₀₀) + const, C₂₀₀ = V₂₀₀ z / (0.73 R_max)
  ///
  /// - Parameters:
  ///   - isLow: Whether the lower one is meant.
  ///   - outermost: The profile at z.
  ///   - whole: The profile at C₂₀₀ there.
  /// - Returns: The amplitude there with its slopes.
  func limit(isLow: Bool, _ outermost: EinastoPlace, _ whole: EinastoPlace) -> EinastoLimit {
    var slopes = outermost.slopes - whole.slopes
    // Where C₂₀₀ stays, it is V₂₀₀ that changes with z.
    if !isSpeed(isLow) {
      let own = outermost.slopes
      (slopes.z, slopes.zz, slopes.both) = (own.z, own.zz, own.both)
    }
    return EinastoLimit(amplitude: central * (outermost.value / whole.value), slopes: slopes)
  }

  /// V²_halo at the outermost point for C₂₀₀ = 0, whatever V₂₀₀ is.
  var central: Double { 1 / (range.rate * range.rate) }

  /// ln z at which a bound has an amplitude, by Newton's method.
  ///
  /// - Parameters:
  ///   - isLow: Whether the lower bound is meant.
  ///   - target: The logarithm of the amplitude.
  ///   - start: ln z to begin with.
  ///   - alpha: α.
  /// - Returns: ln z.
  func logPlace(
    isLow: Bool, of target: Double, near start: Double, _ alpha: Double
  ) -> Double {
    var logPlace = start
    for _ in 0..<60 {
      let limit = limit(
        isLow: isLow, EinastoPlace(at: max(Elementary.exp(logPlace), 1e-280), alpha),
        EinastoPlace(at: concentration(isLow: isLow, at: logPlace), alpha))
      let step = (target - Elementary.log(limit.amplitude)) / limit.slopes.z
      guard step.magnitude < .infinity else { break }
      logPlace += min(max(step, -2 / alpha), 2 / alpha)
      if step.magnitude <= 1e-14 * (1 + logPlace.magnitude) { break }
    }
    return logPlace
  }
}
