import Numerics

/// The best of several minima of χ² of an Einasto halo.
struct EinastoBest {
  private(set) var chiSquared = Double.infinity
  private(set) var amplitude = 0.0
  private(set) var logPlace = 0.0
  /// α, exactly on its bounds where it is.
  private(set) var alpha = 0.0
  private var model: EinastoModel?
  private let range: HaloRange
  /// How much smaller a minimum has to be than one that was found before.
  private let tie: Double

  /// - Parameters:
  ///   - drop: How far χ² is below that of the baryons alone, about.
  ///   - range: The bounds of v200 and c200.
  init(drop: Double, _ range: HaloRange) {
    tie = 1e-12 * drop
    self.range = range
  }

  /// Takes another minimum.
  ///
  /// - Parameters:
  ///   - other: The minimum.
  ///   - shapes: The bounds of α.
  ///   - logarithms: Their logarithms.
  mutating func take(
    _ other: EinastoPolish, between shapes: (lower: Double, upper: Double),
    _ logarithms: (lower: Double, upper: Double)
  ) {
    guard other.chiSquared < chiSquared - tie else { return }
    (chiSquared, amplitude, logPlace) = (other.chiSquared, other.amplitude, other.logPlace)
    model = other.model
    let inside = min(max(Elementary.exp(other.shape), shapes.lower), shapes.upper)
    alpha =
      other.shape <= logarithms.lower
      ? shapes.lower : other.shape >= logarithms.upper ? shapes.upper : inside
  }

  /// v200, c200 and α; NaN where nothing depends on one.
  var parameters: [Double] {
    guard let model else { return [.nan, .nan, .nan] }
    let logReach = Elementary.log(range.reach)
    let isCentral =
      range.lowest == 0
      && EinastoCoordinate.isCentral(logPlace, alpha, logReach: logReach)
    let best = HaloBest<EinastoHalo, Double>(
      amplitude, at: range.place(logPlace), chiSquared, isLow: model.isLow, isHigh: model.isHigh)
    let (speed, concentration) = best.virial(in: range, shape: alpha, isCentral: isCentral)
    return [speed, concentration, speed == 0 || isCentral ? .nan : alpha]
  }
}

extension HaloRange {
  /// z, exactly at an end or a turn.
  fileprivate func place(_ logPlace: Double) -> Double {
    [lowest, highest, lowerTurn, upperTurn].first { Elementary.log($0) == logPlace }
      ?? min(max(Elementary.exp(logPlace), lowest), highest)
  }
}
