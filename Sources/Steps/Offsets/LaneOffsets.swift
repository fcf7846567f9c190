import Numerics
import Tables

/// What is measured of one galaxy in eight cells; NaN where there is nothing.
struct LaneOffsets {
  /// Means of log g_obs − log g_RAR over the points used, dex.
  var offset = Lanes(.nan)
  /// V_obs at the effective radius over V_flat.
  var concentration = Lanes(.nan)
  var gasFraction = Lanes(.nan)
  /// How many points the means run over.
  var pointsUsed = Lanes(.nan)
  /// How many points have no positive g_bar, at the ratios or where validity is judged.
  var outwardPoints = Lanes(0)
  /// The position in `OffsetRefusal.allCases`.
  var reason = Lanes(.nan)

  /// Everything in the order of a record.
  var values: InlineArray<6, Lanes> {
    [offset, concentration, gasFraction, pointsUsed, outwardPoints, reason]
  }

  /// Notes a reason in some lanes, in place of one that was noted before.
  mutating func refuse(_ refusal: OffsetRefusal, where isRefused: Lanes.Mask) {
    guard isRefused.isAnywhere else { return }
    reason = reason.replacing(with: refusal.tableCode, where: isRefused)
  }

  /// Where there is a reason.
  var isRefused: Lanes.Mask { reason .== reason }

  /// Takes the values out of the lanes that have a reason.
  mutating func settle() {
    let isRefused = isRefused
    guard isRefused.isAnywhere else { return }
    offset = offset.replacing(with: .nan, where: isRefused)
    concentration = concentration.replacing(with: .nan, where: isRefused)
    gasFraction = gasFraction.replacing(with: .nan, where: isRefused)
    pointsUsed = pointsUsed.replacing(with: .nan, where: isRefused)
  }
}
