import Numerics

/// A bound of V²_halo at the outermost point, with the derivatives of its logarithm.
struct EinastoLimit {
  let amplitude: Double
  let slopes: PlaceSlopes
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

  /// A bound at a place.
  ///
  ///     ln A = ln q(z) − ln q(C₂₀₀) + const, C₂₀₀ = V₂₀₀ z / (0.73 R_max)
  ///
  /// - Parameters:
  ///   - isLow: Whether the lower one is meant.
  ///   - logPlace: ln z.
  ///   - alpha: α.
  ///   - outermost: The profile at z.
  func limit(
    isLow: Bool, at logPlace: Double, _ alpha: Double, _ outermost: HaloProfile<Double>
  ) -> EinastoLimit {
    let rate = range.rate * Elementary.exp(logPlace)
    let isSpeed = isLow ? lowerIsSpeed : !upperIsConcentration
    let speed = isLow ? range.smallestSpeed : range.upperSpeed
    let concentration =
      isSpeed ? speed * rate : isLow ? range.lowerConcentration : range.upperConcentration
    let whole = EinastoHalo.single(at: concentration, shape: alpha)
    let own = PlaceSlopes(outermost, alpha)
    var slopes = own - PlaceSlopes(whole, alpha)
    // Where C₂₀₀ stays, it is V₂₀₀ that changes with z.
    if !isSpeed { (slopes.z, slopes.zz, slopes.both) = (own.z, own.zz, own.both) }
    return EinastoLimit(
      amplitude: central * (outermost.value / whole.value), slopes: slopes)
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
  func logPlace(
    isLow: Bool, of target: Double, near start: Double, _ alpha: Double
  ) -> Double {
    var logPlace = start
    for _ in 0..<60 {
      let outermost = EinastoHalo.single(
        at: max(Elementary.exp(logPlace), 1e-280), shape: alpha)
      let limit = limit(isLow: isLow, at: logPlace, alpha, outermost)
      let step = (target - Elementary.log(limit.amplitude)) / limit.slopes.z
      guard step.magnitude < .infinity else { break }
      logPlace += min(max(step, -2 / alpha), 2 / alpha)
      if step.magnitude <= 1e-14 * (1 + logPlace.magnitude) { break }
    }
    return logPlace
  }
}
