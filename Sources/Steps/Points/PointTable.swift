import Support
import Tables

/// The columns of a table of points.
struct PointTable {
  private(set) var draft: TableDraft
  private let galaxy: Column<Int>
  private let points: ColumnBlock
  private let ratios: ColumnBlock
  private let baryonicSpeed: Column<Double>
  private let baryonic: Column<Double>
  private let baryonicError: Column<Double>
  private let observed: Column<Double>
  private let observedError: Column<Double>
  private let predicted: Column<Double>
  private let predictedSpeed: Column<Double>
  private let isLow: Column<Bool>

  init(_ step: PointsStep, _ names: [String]?) {
    draft = TableDraft(step.name.value)
    galaxy = draft.galaxy(names)
    points = draft.points()
    ratios = draft.block(Axis.massToLight.map(\.column))
    baryonicSpeed = draft.real("v_bary", unit: "km / s", "speed due to the baryons")
    baryonic = draft.real("g_bar", unit: "m / s2", "acceleration due to the baryons")
    baryonicError = draft.real(
      "e_g_bar", unit: "m / s2", "error of g_bar: 10 % of the gas, 25 % of the stars")
    observed = draft.real("g_obs", unit: "m / s2", "observed acceleration")
    observedError = draft.real(
      "e_g_obs", unit: "m / s2",
      "error of g_obs from those of v_obs, inclination and distance; missing without one of them")
    predicted = draft.real("g_rar", unit: "m / s2", "acceleration that the relation predicts")
    predictedSpeed = draft.real("v_pred", unit: "km / s", "speed that the relation predicts")
    isLow = draft.flag("low_acceleration", "whether g_bar is below g_dagger")
  }

  /// Writes the row of a point.
  ///
  /// - Parameters:
  ///   - galaxy: The position of its galaxy in the dataset.
  ///   - measured: Its values in the order of `PointColumn`.
  ///   - ratio: The ratio of a component by the name of its column.
  ///   - found: What the baryons and the relation give there.
  mutating func add(
    _ galaxy: Int, _ measured: [Double], _ ratio: (String) -> Double, _ found: PointAccelerations
  ) {
    let chosen = ratios.names.map(ratio)
    draft.row {
      $0[self.galaxy] = galaxy
      $0.set(points, to: measured)
      $0.set(ratios, to: chosen)
      $0[baryonicSpeed] = found.baryonicSpeed
      $0[baryonic] = found.baryonic
      $0[baryonicError] = found.baryonicError
      $0[observed] = found.observed
      $0[observedError] = found.observedError
      $0[predicted] = found.predicted
      $0[predictedSpeed] = found.predictedSpeed
      $0[isLow] = found.isLow
    }
  }
}
