import Galaxies
import Models
import Numerics
import Steps
import Tables

/// The `fits` table: its columns, and how records fill them.
struct FitTable {
  private var draft: TableDraft
  private let quantities: FitQuantities
  private let axes: ColumnBlock
  private let galaxy: Column<Int>
  private let model: Column<Int>
  private let method: Column<Int>
  private let status: Column<FitStatus>
  private let bound: Column<String>
  /// Names one of the refusals that the models may meet.
  private let reason: Column<Int>
  /// Value and error of each quantity with its place in a record, without those that an axis fixes.
  private let varied: [(place: Int, value: Column<Double>, error: Column<Double>)]
  private let chiSquared: Column<Double>
  private let degreesOfFreedom: Column<Int>
  private let reducedChiSquared: Column<Double>
  private let priorTerm: Column<Double>?
  private let rmse: Column<Double>
  private let outerRMSE: Column<Double>
  private let criteria: [(criterion: InformationCriterion, column: Column<Double>)]
  private let points: Column<Int>
  private let observedBelowBaryons: Column<Bool>
  private let clampedPoints: Column<Int>
  private let replacedErrors: Column<Int>
  private let baryonExcess: Column<Double>
  private let proven: Column<Bool>?

  /// Declares the columns for a plan: keys, status, quantities with errors, measures.
  ///
  /// - Parameters:
  ///   - axes: The axes of the grid.
  ///   - quantities: What the fits determine.
  ///   - galaxies: The names of the galaxies of the dataset, once they are known.
  init(axes: [Axis], _ quantities: FitQuantities, galaxies: [String]?) {
    self.quantities = quantities
    let models = quantities.models
    draft = TableDraft(TableName.fits, over: axes)
    self.axes = draft.axes(axes)
    galaxy = draft.galaxy(galaxies)
    model = draft.item("model", as: .key, of: models.map(\.name), "name of the model")
    method = draft.item("method", of: models.map(\.method), "method with its version")
    status = draft.word(
      "status", of: FitStatus.self,
      "interior, at_bound, unconstrained, disagreeing_starts or refused")
    bound = draft.word("bound", among: quantities.boundWords, "the bounds that parameters lie on")
    reason = draft.item("reason", of: quantities.refusals.map(\.text), "why there is no fit")
    varied = quantities.columns(fixed: axes, in: &draft)
    chiSquared = draft.real("chi2", "chi-squared")
    degreesOfFreedom = draft.integer("dof", "points less free parameters")
    reducedChiSquared = draft.real(
      "chi2_reduced", "chi-squared per degree of freedom, where there is one")
    priorTerm =
      quantities.hasPriors
      ? draft.real("prior_term", "-2 ln of the prior, zero at its most likely value") : nil
    rmse = draft.real("rmse", unit: "km / s", "root mean square residual")
    outerRMSE = draft.real("rmse_outer", unit: "km / s", "root mean square residual beyond 10 kpc")
    var criteria: [(criterion: InformationCriterion, column: Column<Double>)] = []
    for criterion in InformationCriterion.allCases {
      criteria.append((criterion, draft.real(criterion.rawValue, criterion.summary)))
    }
    self.criteria = criteria
    points = draft.integer("points", "points of the curve")
    observedBelowBaryons = draft.flag(
      "v_obs_below_v_bary", "whether the baryons exceed v_obs at some point")
    baryonExcess = draft.real(
      "baryon_excess", "largest excess of the baryons over v_obs, in errors of v_obs")
    clampedPoints = draft.integer(
      "clamped_points",
      "points without a speed: the square of the total, or of the baryons alone for laws that add "
        + "speeds, is negative")
    replacedErrors = draft.integer(
      "replaced_errors", "points whose error was not positive and replaced")
    proven =
      quantities.isCertified
      ? draft.flag(
        "proven",
        "whether no other place within the bounds is better by more than 1e-9 of the drop of "
          + "chi-squared")
      : nil
  }

  var schema: TableSchema { draft.schema }

  /// Makes the rows of some cells from the records of their units.
  func table(_ grid: FitComputation, _ records: RecordSlice, of cells: Range<Int>) -> Table {
    var draft = draft
    let order = grid.order
    let places = order.places(of: cells)
    let stored = records.columns(of: places.map { order.unit(of: $0) })
    func field(_ field: FitRecord.Field) -> [Double] {
      stored[2 * quantities.count + field.rawValue]
    }
    func fill<Value>(_ column: Column<Value>, _ source: FitRecord.Field) {
      draft.fill(column, with: field(source))
    }
    let values = cells.map { grid.cells[$0] }
    let models = places.map(\.model)
    draft.fill(
      axes,
      with: grid.axes.indices.map { axis in
        let own = values.map { $0[axis] }
        return places.map { own[$0.cell - cells.lowerBound] }
      })
    draft.fill(galaxy, with: places.map { Double(grid.positions[$0.galaxy]) })
    for column in [model, method] { draft.fill(column, with: models.map(Double.init)) }
    fill(status, .status)
    draft.fill(bound, with: boundCodes(field(.bounds), models))
    fill(reason, .reason)
    for quantity in varied {
      draft.fill(quantity.value, with: stored[2 * quantity.place])
      draft.fill(quantity.error, with: stored[2 * quantity.place + 1])
    }
    fill(chiSquared, .chiSquared)
    fill(degreesOfFreedom, .degreesOfFreedom)
    draft.fill(
      reducedChiSquared,
      with: zip(field(.chiSquared), field(.degreesOfFreedom)).map { $1 > 0 ? $0 / $1 : .nan })
    if let priorTerm { fill(priorTerm, .priorTerm) }
    fill(rmse, .rmse)
    fill(outerRMSE, .outerRMSE)
    let measures = Self.measures(field)
    for (criterion, column) in criteria {
      draft.fill(column, with: measures.map { criterion.value(of: $0) })
    }
    fill(points, .points)
    draft.fill(
      observedBelowBaryons,
      with: field(.baryonExcess).map { $0.isNaN ? .nan : $0 > 0 ? 1 : 0 })
    fill(baryonExcess, .baryonExcess)
    fill(clampedPoints, .clampedPoints)
    fill(replacedErrors, .replacedErrors)
    if let proven { draft.fill(proven, with: stored[grid.recordWidth - 1]) }
    return draft.table
  }

  /// What the criteria of each fit are made of.
  private static func measures(
    _ field: (FitRecord.Field) -> [Double]
  ) -> [InformationCriterion.Measures] {
    let (points, freedom) = (field(.points), field(.degreesOfFreedom))
    let (chiSquared, priorTerm) = (field(.chiSquared), field(.priorTerm))
    let laplace = field(.laplace)
    return points.indices.map { unit in
      InformationCriterion.Measures(
        chiSquared: chiSquared[unit], priorTerm: priorTerm[unit], points: points[unit],
        free: points[unit] - freedom[unit], laplace: laplace[unit])
    }
  }

  /// The stored words for the bounds that fits lie on.
  private func boundCodes(_ bits: [Double], _ models: [Int]) -> [Double] {
    var known = [[Int: Double]](repeating: [:], count: quantities.models.count)
    return zip(bits, models).map { bits, model in
      // A fit on no bound has no word.
      guard !bits.isNaN, bits != 0 else { return .nan }
      if let code = known[model][Int(bits)] { return code }
      let text = FitQuantities.boundText(
        BoundSides(bits: Int(bits)), of: quantities.models[model])
      let code = bound.stored(text)
      known[model][Int(bits)] = code
      return code
    }
  }
}
