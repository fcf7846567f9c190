import Galaxies
package import Support
package import Tables

/// The point-level table at chosen mass-to-light ratios, the same for all galaxies or one for each.
///
/// It holds the valid points of the galaxies that have an offset where validity is judged.
package struct PointsStep: Step {
  package static let key = "points"
  package static let summary = "the points at one ratio for all galaxies, or at one for each"
  package static let settings: [ObjectKey<Self>] = [
    .required(
      key, \.chosen, ChosenRatios.type,
      "ratios by name: a number, or an expression of the galaxy like \"optimal.upsilon_disk\"")
  ]

  package var name = Located("")
  package var input = Located(TableName.offsets)
  private var chosen = Located(ChosenRatios())

  package init() {}

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let offsets = schemas[TableName.offsets], let galaxies = schemas[TableName.galaxies]
    else {
      report.error(
        "points need offsets", at: chosen.place, help: "add \"offset\": {…} to the model block")
      return []
    }
    for expression in expressions {
      expression.check(over: galaxies, schemas, expecting: .number, report)
    }
    return [Made(self, offsets["galaxy"]?.vocabulary).draft.schema]
  }

  /// The columns of the table.
  private struct Made {
    private(set) var draft: TableDraft
    let galaxy: Column<Int>
    let points: ColumnBlock
    let ratios: ColumnBlock
    let baryonicSpeed: Column<Double>
    let baryonic: Column<Double>
    let observed: Column<Double>
    let predicted: Column<Double>
    let predictedSpeed: Column<Double>
    let isLow: Column<Bool>

    init(_ step: PointsStep, _ names: [String]?) {
      draft = TableDraft(step.name.value)
      galaxy = draft.galaxy(names)
      points = draft.points()
      ratios = draft.block(Axis.massToLight.map(\.column))
      baryonicSpeed = draft.real("v_bary", unit: "km / s", "speed due to the baryons")
      baryonic = draft.real("g_bar", unit: "m / s2", "acceleration due to the baryons")
      observed = draft.real("g_obs", unit: "m / s2", "observed acceleration")
      predicted = draft.real("g_rar", unit: "m / s2", "acceleration that the relation predicts")
      predictedSpeed = draft.real("v_pred", unit: "km / s", "speed that the relation predicts")
      isLow = draft.flag("low_acceleration", "whether g_bar is below g_dagger")
    }
  }

  package func run(on tables: TableSet, _ context: StepContext) -> StepResult {
    guard let galaxies = tables[TableName.galaxies], let offsets = context.offsets else {
      return []
    }
    let cell = offsets.cells[0]
    var ratios = [MassToLight](repeating: offsets.ratios(cell), count: offsets.curves.count)
    for entry in chosen.value.entries {
      let values: [Double] =
        switch entry.value {
        case .number(let value): [Double](repeating: value, count: ratios.count)
        case .expression(let expression): expression.numbers(over: galaxies, tables)
        }
      for index in ratios.indices { ratios[index][entry.key.value] = values[index] }
    }
    let scale = offsets.scale(cell)
    let made = Made(self, galaxies.schema["galaxy"]?.vocabulary)
    var draft = made.draft
    for (index, curve) in offsets.curves.enumerated() where ratios[index].isFinite {
      let ratio = ratios[index]
      let judged = offsets.settings.validAt ?? ratio
      guard case .success = curve.measure(judged, scale: scale, offsets.settings) else { continue }
      for point in curve.validPoints(ratio, offsets.settings) {
        let found = curve.accelerations(point, ratio, scale: scale)
        draft.row {
          $0[made.galaxy] = offsets.positions[index]
          $0.set(made.points, to: curve.measured(point))
          $0.set(made.ratios, to: made.ratios.names.map { ratio[$0] })
          $0[made.baryonicSpeed] = found.baryonicSpeed
          $0[made.baryonic] = found.baryonic
          $0[made.observed] = found.observed
          $0[made.predicted] = found.predicted
          $0[made.predictedSpeed] = found.predictedSpeed
          $0[made.isLow] = found.isLow
        }
      }
    }
    return [draft.table]
  }
}

/// Mass-to-light ratios by name, each a number or an expression of the galaxy.
private struct ChosenRatios: Resolvable {
  var entries: [JSONType<Bound>.Entry] = []

  static let type = Bound.type.map.map { entries, node, report in
    let known = Axis.massToLight.map(\.name)
    for entry in entries where !known.contains(entry.key.value) {
      report.error(
        "'\(entry.key.value)' is no mass-to-light ratio", at: entry.key.place,
        help: known.advice(for: entry.key.value))
    }
    for entry in entries where entry.value.constant.map({ $0 <= 0 }) ?? false {
      report.error("'\(entry.key.value)' must be positive", at: entry.key.place)
    }
    return Located(ChosenRatios(entries: entries), at: node.place)
  }

  var resolved: JSONValue {
    entries.sorted { $0.key.value < $1.key.value }.resolved
  }

  var expressions: [Expression] { entries.expressions }
}
