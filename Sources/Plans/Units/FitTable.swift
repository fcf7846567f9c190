import Galaxies
import Models
import Steps
import Tables

/// The `fits` table: its schema, and how records become its columns.
enum FitTable {
  /// The schema for a plan.
  ///
  /// - Parameters:
  ///   - axes: The axes of the grid.
  ///   - quantities: What the fits determine.
  ///   - galaxies: The names of the galaxies of the dataset, once they are known.
  /// - Returns: Keys, status, quantities with errors, measures.
  static func schema(
    axes: [Axis], _ quantities: FitQuantities, galaxies: [String]?
  ) -> TableSchema {
    let models = quantities.models
    let keys =
      axes.map(\.column) + [
        GalaxyTables.galaxyColumn(galaxies),
        ColumnSchema("model", .word(models.map(\.name)), "name of the model"),
      ]
    let head = [
      ColumnSchema("method", .word(models.map(\.method)), "method with its version"),
      ColumnSchema(
        "status", .word(FitStatus.allCases.map(\.rawValue)),
        "interior, at_bound, unconstrained, disagreeing_starts or refused"),
      ColumnSchema(
        "bound", .word(quantities.boundWords), "the bounds that parameters lie on"),
      ColumnSchema("reason", .word(quantities.refusals.map(\.text)), "why there is no fit"),
    ]
    let priorTerm = ColumnSchema("prior_term", "-2 ln of the prior, zero at its most likely value")
    let measures =
      [
        ColumnSchema("chi2", "chi-squared"),
        ColumnSchema("dof", .integer, "points less free parameters"),
        ColumnSchema("chi2_reduced", "chi-squared per degree of freedom"),
      ] + (quantities.hasPriors ? [priorTerm] : []) + [
        ColumnSchema("rmse", unit: "km / s", "root mean square residual"),
        ColumnSchema("rmse_outer", unit: "km / s", "root mean square residual beyond 10 kpc"),
        ColumnSchema("bic", "Bayesian information criterion"),
        ColumnSchema("aic", "Akaike information criterion"),
        ColumnSchema("points", .integer, "points of the curve"),
        ColumnSchema("v_obs_below_v_bary", .flag, "whether the baryons exceed v_obs at some point"),
        ColumnSchema(
          "clamped_points", .integer, "points with negative V_bary squared, set to zero"),
        ColumnSchema(
          "replaced_errors", .integer, "points whose error was not positive and replaced"),
      ]
    return TableSchema(
      "fits", axes: axes.map(\.name), keys: keys.map(\.name),
      constants: Set(axes.filter(\.isConstant).map(\.name)),
      columns: keys + head + quantities.columns(fixed: axes) + measures)
  }

  /// Makes the table from the records of all units, in the order of the plan.
  static func table(_ grid: FitComputation, _ records: [Double]) -> Table {
    let quantities = grid.quantities
    let cards = quantities.models
    let schema = grid.schema
    let width = grid.recordWidth
    let units = 0..<grid.unitCount
    let perCell = grid.galaxyCount * cards.count

    func stored(_ offset: Int) -> [Double] {
      units.map { records[$0 * width + offset] }
    }
    func field(_ field: FitRecord.Field) -> [Double] {
      stored(2 * quantities.count + field.rawValue)
    }
    let cells = (0..<grid.cells.count).map { grid.cells[$0] }
    let models = units.map { $0 % cards.count }
    var columns = grid.axes.indices.map { axis in units.map { cells[$0 / perCell][axis] } }
    columns.append(units.map { Double(grid.positions[$0 % perCell / cards.count]) })
    columns.append(models.map(Double.init))
    columns.append(models.map(Double.init))
    columns.append(field(.status))
    columns.append(boundColumn(field(.bounds), models, cards, schema))
    columns.append(field(.reason))
    let names = quantities.names
    for (index, name) in names.enumerated() where !grid.axes.contains(where: { $0.name == name }) {
      columns.append(stored(2 * index))
      columns.append(stored(2 * index + 1))
    }
    let (chiSquared, dof) = (field(.chiSquared), field(.degreesOfFreedom))
    columns += [chiSquared, dof, zip(chiSquared, dof).map { $0 / $1 }]
    if quantities.hasPriors { columns.append(field(.priorTerm)) }
    columns += [
      FitRecord.Field.rmse, .outerRMSE, .bic, .aic, .points, .observedBelowBaryons, .clampedPoints,
      .replacedErrors,
    ].map(field)
    return Table(schema, columns)
  }

  private static func boundColumn(
    _ bits: [Double], _ models: [Int], _ cards: [ModelCard], _ schema: TableSchema
  ) -> [Double] {
    let words = schema["bound"]?.vocabulary ?? []
    let codes = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Double($0)) })
    var known = [[Int: Double]](repeating: [:], count: cards.count)
    return zip(bits, models).map { bits, model in
      guard !bits.isNaN else { return .nan }
      if let code = known[model][Int(bits)] { return code }
      let code =
        codes[FitQuantities.boundText(BoundSides(bits: Int(bits)), of: cards[model])] ?? .nan
      known[model][Int(bits)] = code
      return code
    }
  }
}
