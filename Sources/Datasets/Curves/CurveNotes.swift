import Galaxies
import Support

/// What is to be said of the curves of a dataset, one sentence each.
enum CurveNotes {
  /// Points whose gas pulls outward; they are kept as they are.
  static func outwardGas(in curves: [NamedCurve]) -> String? {
    let counts = curves.map { $0.curve.gasSpeed.count { $0 < 0 } }
    let points = counts.reduce(0, +)
    guard points > 0 else { return nil }
    return "v_gas is negative in \(points.counted("point", "points")) of "
      + "\(counts.count { $0 > 0 }.counted("galaxy", "galaxies")): the gas pulls outward there, "
      + "and the sign is kept"
  }

  /// Points whose surface brightness of the disk is given as zero.
  static func missingBrightness(in curves: [NamedCurve]) -> String? {
    let points = curves.reduce(0) { $0 + $1.curve.diskSurfaceBrightness.count { $0.isNaN } }
    guard points > 0 else { return nil }
    return "sb_disk is zero in \(points.counted("point", "points")), which is taken for missing"
  }

  /// Points whose error is not positive; they are read as they are.
  static func unusableErrors(in curves: [NamedCurve]) -> String? {
    let points = curves.reduce(0) { $0 + $1.curve.observedSpeedError.count { $0 <= 0 } }
    guard points > 0 else { return nil }
    return "e_v_obs is not positive in \(points.counted("point", "points")): a fit replaces it"
  }

  /// All of the above that there is something to say of.
  static func all(of curves: [NamedCurve]) -> [String] {
    [outwardGas(in: curves), missingBrightness(in: curves), unusableErrors(in: curves)]
      .compactMap { $0 }
  }
}
