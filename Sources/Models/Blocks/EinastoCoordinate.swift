import Numerics

/// The coordinate of the place beside ln α.
///
/// It is ln z; far outside, where z → 0 stands for C₂₀₀ = 0, it is ln(1 + (κ z)^α), with which the
/// speed of the halo changes evenly down to the end, while ln z has none. Where a bound holds the
/// amplitude there, it is the amplitude's logarithm a, because the data tell the amplitude much
/// better than anything else: in any other the valley of χ² is curved.
struct EinastoCoordinate {
  private enum Kind {
    case near
    case far
    case bound
  }

  /// (κ z)^α that stands for C₂₀₀ = 0.
  static let smallest = 1e-9

  private let kind: Kind
  private let logPlace: Double
  private let logReach: Double
  /// (κ z)^α.
  private let power: Double
  /// ln z by the coordinate and ln α, where it is not the coordinate itself.
  private var place = PlaceSlopes<Double>()

  /// - Parameters:
  ///   - logPlace: ln z.
  ///   - alpha: α.
  ///   - logReach: ln κ.
  ///   - model: χ² there.
  ///   - ends: The ends in ln z; the lower one is −∞ where C₂₀₀ = 0 can be reached.
  init(
    _ logPlace: Double, _ alpha: Double, logReach: Double, _ model: EinastoModel,
    between ends: (lower: Double, upper: Double)
  ) {
    (self.logPlace, self.logReach) = (logPlace, logReach)
    power = Elementary.exp(alpha * (logPlace + logReach))
    let isInside = ends.lower < logPlace && logPlace < ends.upper
    let bound = model.limit
    if isInside, logPlace < 0, model.isHeld, bound.z.magnitude > 1e-13 {
      kind = .bound
      place.z = 1 / bound.z
      place.shape = -bound.shape * place.z
      let turned = bound.zz * place.shape + bound.both
      place.zz = -bound.zz * place.z * place.z * place.z
      place.both = -turned * place.z * place.z
      place.shapes = -(place.shape * (turned + bound.both) + bound.shapes) * place.z
    } else if isInside, ends.lower == -.infinity, logPlace < -logReach {
      kind = .far
      // ln κ z = ln((κ z)^α) / α
      let far = logPlace + logReach
      place.z = (1 + power) / (power * alpha)
      place.shape = -far
      place.zz = -place.z / power
      place.both = -place.z
      place.shapes = far
    } else {
      kind = .near
      place.z = 1
    }
  }

  /// The derivatives by the coordinate and by ln α at fixed coordinate.
  func slopes(_ slopes: PlaceSlopes<Double>) -> PlaceSlopes<Double> {
    guard kind != .near else { return slopes }
    var moved = PlaceSlopes<Double>()
    moved.z = slopes.z * place.z
    moved.shape = slopes.shape + slopes.z * place.shape
    moved.zz = slopes.zz * place.z * place.z + slopes.z * place.zz
    moved.both = place.z * (slopes.zz * place.shape + slopes.both) + slopes.z * place.both
    let turned = place.shape * (slopes.zz * place.shape + 2 * slopes.both)
    moved.shapes = slopes.shapes + turned + slopes.z * place.shapes
    return moved
  }

  /// How far it is from its ends.
  ///
  /// - Parameters:
  ///   - ends: Those of ln z.
  ///   - central: ln of the amplitude over that for C₂₀₀ = 0.
  /// - Returns: How far.
  func room(between ends: (lower: Double, upper: Double), central: Double) -> EinastoStep.Room {
    let isCentral = power <= Self.smallest * (1 + 1e-6)
    switch kind {
    case .near: return (ends.lower - logPlace, ends.upper - logPlace)
    case .far: return (isCentral ? 0 : -Elementary.log1p(power), 10)
    case .bound:
      guard ends.lower == -.infinity else { return (-10, 10) }
      // Towards C₂₀₀ = 0 the amplitude falls where C₂₀₀ > z, and rises otherwise.
      let end = isCentral ? 0 : -central
      return place.z > 0 ? (min(end, 0), 10) : (-10, max(end, 0))
    }
  }

  /// The change of ln z with a step, to first order.
  func change(_ step: EinastoStep) -> Double { place.z * step.first + place.shape * step.second }

  /// The part of a step that leads to an end of ln z that is no end of the coordinate.
  func part(of step: EinastoStep, between ends: (lower: Double, upper: Double)) -> Double {
    guard kind == .bound else { return 1 }
    let (change, low, high) = (change(step), ends.lower - logPlace, ends.upper - logPlace)
    return change > high ? high / change : change < low ? low / change : 1
  }

  /// ln z after a step.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - part: The part of it that is made.
  ///   - alpha: α after it.
  ///   - model: χ² before it.
  ///   - bounds: The bounds of the amplitude.
  ///   - reachesCentre: Whether C₂₀₀ = 0 can be reached.
  /// - Returns: ln z.
  func logPlace(
    after step: EinastoStep, _ part: Double, _ alpha: Double, _ model: EinastoModel,
    _ bounds: EinastoBounds, reachesCentre: Bool
  ) -> Double {
    let centre = Elementary.log(Self.smallest) / alpha - logReach
    switch kind {
    case .near: return logPlace + part * step.first
    case .far:
      let end = max(Elementary.expm1(Elementary.log1p(power) + part * step.first), Self.smallest)
      return Elementary.log(end) / alpha - logReach
    case .bound:
      let target = Elementary.log(model.amplitude) + part * step.first
      let beyond = (target - Elementary.log(bounds.central)) * place.z
      if reachesCentre, beyond <= 1e-15 * place.z.magnitude { return centre }
      let start = logPlace + min(max(part * change(step), -3 / alpha), 3 / alpha)
      let found = bounds.logPlace(isLow: model.isLow, of: target, near: start, alpha)
      return reachesCentre ? max(found, centre) : found
    }
  }

  /// Whether a place stands for C₂₀₀ = 0.
  static func isCentral(_ logPlace: Double, _ alpha: Double, logReach: Double) -> Bool {
    Elementary.exp(alpha * (logPlace + logReach)) <= smallest * (1 + 1e-6)
  }
}
