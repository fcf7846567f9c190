import Numerics
import Support
import Tables

/// The tables that a regression makes.
struct RegressionTables {
  /// The columns before the coefficients.
  static let measures = ["n", "r2", "adjusted_r2", "loo_r2", "rms", "reason"]

  private let step: RegressStep
  private let table: TableSchema
  private let groups: [ColumnSchema]
  private let axes: [String]

  init(_ step: RegressStep, _ table: TableSchema, _ groups: [ColumnSchema]) {
    self.step = step
    self.table = table
    self.groups = groups
    axes = step.grouping.axes(of: table)
  }

  private var reasons: [String] {
    RegressionRefusal.texts(terms: step.terms.map(\.expression.canonicalText))
  }

  private var coefficientNames: [(name: String, text: String)] {
    [("const", "the intercept")]
      + step.terms.map { ($0.column, "coefficient of \($0.expression.canonicalText)") }
  }

  /// The unit of the response, where it is a column with one.
  private var responseUnit: String {
    table[step.response.canonicalText]?.unit ?? ""
  }

  var fitSchema: TableSchema {
    TableSchema(
      step.name.value, axes: axes, keys: groups.map(\.name), constants: table.constants,
      columns: groups + [
        ColumnSchema("n", .integer, "rows that were fitted"),
        ColumnSchema("r2", "R²"),
        ColumnSchema("adjusted_r2", "R² adjusted for the number of terms"),
        ColumnSchema("loo_r2", "leave-one-out R²"),
        ColumnSchema("rms", unit: responseUnit, "root mean square residual"),
        ColumnSchema("reason", .word(reasons), "why there is no fit"),
      ]
        + coefficientNames.flatMap {
          [
            ColumnSchema($0.name, $0.text),
            ColumnSchema("e_\($0.name)", "1 sigma error of \($0.name)"),
          ]
        })
  }

  func fits(
    _ sample: RegressionSample, _ fits: [Result<LinearModel, RegressionRefusal>]
  ) -> Table {
    let words = reasons
    var rows: [[Double]] = []
    for (group, fit) in fits.enumerated() {
      var row = sample.groups.keys[group] + [Double(sample.groups.rows[group].count)]
      switch fit {
      case .success(let model):
        row += [
          model.rSquared, model.adjustedRSquared, model.leaveOneOutRSquared, model.rms, .nan,
        ]
        for (coefficient, error) in zip(model.coefficients, model.errors) {
          row += [coefficient, error]
        }
      case .failure(let refusal):
        row += [
          .nan, .nan, .nan, .nan, words.firstIndex(of: refusal.text).map(Double.init) ?? .nan,
        ]
        row += [Double](repeating: .nan, count: 2 * coefficientNames.count)
      }
      rows.append(row)
    }
    return Table(fitSchema, rows: rows)
  }

  var residualSchema: TableSchema {
    let labels = groups.filter { !table.keys.contains($0.name) }
    // Where groups overlap a row is there once for each, and the label tells which.
    let overlaps = step.grouping.terms.contains(where: \.overlaps)
    return TableSchema(
      "\(step.name.value).residuals", axes: table.axes,
      keys: table.keys + (overlaps ? labels.map(\.name) : []),
      constants: table.constants,
      columns: table.keys.compactMap { table[$0] } + labels + [
        ColumnSchema("fitted", unit: responseUnit, "value of the model"),
        ColumnSchema("residual", unit: responseUnit, "response less fitted value"),
        ColumnSchema("leverage", "diagonal of the hat matrix"),
      ])
  }

  func residuals(
    _ sample: RegressionSample, _ fits: [Result<LinearModel, RegressionRefusal>], _ source: Table
  ) -> Table {
    let keys = table.keys.compactMap { source[$0] }
    let labels = groups.indices.filter { !table.keys.contains(groups[$0].name) }
    var values = [[Double]](repeating: [], count: keys.count + labels.count + 3)
    for (group, fit) in fits.enumerated() {
      guard case .success(let model) = fit else { continue }
      for (index, row) in sample.groups.rows[group].enumerated() {
        for (column, key) in keys.enumerated() { values[column].append(key[row]) }
        for (offset, label) in labels.enumerated() {
          values[keys.count + offset].append(sample.groups.keys[group][label])
        }
        let base = keys.count + labels.count
        values[base].append(sample.response[row] - model.residuals[index])
        values[base + 1].append(model.residuals[index])
        values[base + 2].append(model.leverages[index])
      }
    }
    return Table(residualSchema, values)
  }

  var bootstrapSchemas: [TableSchema] {
    guard step.bootstrap != nil else { return [] }
    let quantity = ColumnSchema("column", .word(bootstrapped), "what is resampled")
    let intervals = Bootstrap.columns
    let others = groups.filter { !axes.contains($0.name) }
    let cell = TableSchema(
      "\(step.name.value).bootstrap", axes: axes, keys: groups.map(\.name) + ["column"],
      constants: table.constants, columns: groups + [quantity] + intervals)
    let best = TableSchema(
      "\(step.name.value).best", axes: [], keys: others.map(\.name) + ["column"],
      columns: others + [
        ColumnSchema(
          "column", .word(axes + ["loo_r2"]), "an axis, or leave-one-out R², at the best cell")
      ] + intervals)
    return [cell, best]
  }

  private var bootstrapped: [String] {
    ["r2", "loo_r2", "rms"] + coefficientNames.map(\.name)
  }

  func bootstrap(
    _ sample: RegressionSample, _ bootstrap: Bootstrap, isCancelled: () -> Bool
  ) -> [Table] {
    let draws = bootstrap.draws(
      of: sample, minimum: step.minimumCount, isCancelled: isCancelled)
    var cellRows: [[Double]] = []
    for (group, key) in sample.groups.keys.enumerated() {
      for (index, _) in bootstrapped.enumerated() {
        cellRows.append(
          key + [Double(index)] + bootstrap.interval(draws.map { $0[group][index] }))
      }
    }
    let schemas = bootstrapSchemas
    return [
      Table(schemas[0], rows: cellRows),
      Table(schemas[1], rows: bestRows(sample, bootstrap, draws)),
    ]
  }

  /// For each group beside the axes: in every draw the cell with the largest leave-one-out R².
  private func bestRows(
    _ sample: RegressionSample, _ bootstrap: Bootstrap, _ draws: [[[Double]]]
  ) -> [[Double]] {
    let axisPlaces = groups.indices.filter { axes.contains(groups[$0].name) }
    let otherPlaces = groups.indices.filter { !axes.contains(groups[$0].name) }
    let keys = sample.groups.keys
    let families = RowGroups(
      by: otherPlaces.map { place in keys.map { $0[place] } }, among: keys.indices)
    return families.rows.enumerated().flatMap { family, cells -> [[Double]] in
      let best = draws.map { draw in
        cells.filter { !draw[$0][1].isNaN }.max { draw[$0][1] < draw[$1][1] }
      }
      let columns =
        axisPlaces.map { place in best.map { $0.map { keys[$0][place] } ?? .nan } }
        + [zip(best, draws).map { cell, draw in cell.map { draw[$0][1] } ?? .nan }]
      return columns.enumerated().map { index, values in
        families.keys[family] + [Double(index)] + bootstrap.interval(values)
      }
    }
  }
}
