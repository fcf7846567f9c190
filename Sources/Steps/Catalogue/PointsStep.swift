import Galaxies
package import Support
package import Tables

/// The point-level table at chosen mass-to-light ratios, the same for all galaxies or one for each.
///
/// It holds the valid points of the galaxies that have an offset where validity is judged.
package struct PointsStep: Analysis {
  package static let verb = "points"
  package static let summary = "the points at one ratio for all galaxies, or at one for each"

  private static let valuesKey = JSONKey(
    verb, Bound.type.map, required: true,
    "ratios by name: a number, or an expression of the galaxy like \"optimal.upsilon_disk\"")
  package static let keys: [any JSONKeyDeclaration] = [valuesKey]

  package let name: Located<String>
  package var reads: String { "offsets" }
  private let values: [JSONType<Bound>.Entry]
  private let place: Place

  package init?(_ object: JSONObject, name: Located<String>, _ report: InputReport) {
    guard let values = object[Self.valuesKey] else { return nil }
    self.name = name
    self.values = values
    place = object.place(of: Self.valuesKey)
    let known = Axis.massToLight.map(\.name)
    for entry in values where !known.contains(entry.key.value) {
      report.error(
        "'\(entry.key.value)' is no mass-to-light ratio", at: entry.key.place,
        help: known.advice(for: entry.key.value))
    }
    for entry in values where entry.value.constant.map({ $0 <= 0 }) ?? false {
      report.error("'\(entry.key.value)' must be positive", at: entry.key.place)
    }
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let offsets = schemas["offsets"], let galaxies = schemas["galaxies"] else {
      report.error(
        "points need offsets", at: place, help: "add \"offset\": {…} to the model block")
      return []
    }
    for entry in values {
      guard case .expression(let expression) = entry.value else { continue }
      expression.check(over: galaxies, schemas, expecting: .number, report)
    }
    return [schema(offsets["galaxy"]?.vocabulary)]
  }

  private func schema(_ names: [String]?) -> TableSchema {
    let points = GalaxyTables.pointSchema(names)
    let ratios = Axis.massToLight.map(\.column)
    return TableSchema(
      name.value, axes: [], keys: points.keys,
      columns: points.columns + ratios + [
        ColumnSchema("v_bary", unit: "km / s", "speed due to the baryons"),
        ColumnSchema("g_bar", unit: "m / s2", "acceleration due to the baryons"),
        ColumnSchema("g_obs", unit: "m / s2", "observed acceleration"),
        ColumnSchema("g_rar", unit: "m / s2", "acceleration that the relation predicts"),
        ColumnSchema("v_pred", unit: "km / s", "speed that the relation predicts"),
        ColumnSchema("low_acceleration", .flag, "whether g_bar is below g_dagger"),
      ])
  }

  package func run(on tables: TableSet, _ context: AnalysisContext) -> [Table] {
    guard let galaxies = tables["galaxies"], let offsets = context.offsets else { return [] }
    let cell = offsets.cells[0]
    var ratios = [MassToLight](repeating: offsets.ratios(cell), count: offsets.curves.count)
    for entry in values {
      let chosen: [Double] =
        switch entry.value {
        case .number(let value): [Double](repeating: value, count: ratios.count)
        case .expression(let expression): expression.numbers(over: galaxies, tables)
        }
      for index in ratios.indices { ratios[index].set(entry.key.value, chosen[index]) }
    }
    let scale = offsets.scale(cell)
    var rows: [[Double]] = []
    for (index, curve) in offsets.curves.enumerated() where ratios[index].isFinite {
      let judged = offsets.settings.validAt ?? ratios[index]
      guard case .success = curve.measure(judged, scale: scale, offsets.settings) else { continue }
      for point in curve.validPoints(ratios[index], offsets.settings) {
        rows.append(
          [Double(offsets.positions[index])] + curve.measured(point)
            + [ratios[index].disk, ratios[index].bulge, ratios[index].gas]
            + curve.accelerations(point, ratios[index], scale: scale))
      }
    }
    return [Table(schema(galaxies.schema["galaxy"]?.vocabulary), rows: rows)]
  }

  package var mentionedTables: [String] {
    values.flatMap { entry -> [String] in
      guard case .expression(let expression) = entry.value else { return [] }
      return expression.tableNames
    }
  }

  package var resolved: JSONValue {
    [
      "name": .string(name.value),
      "points": .object(
        values.sorted { $0.key.value < $1.key.value }
          .map { .init($0.key.value, $0.value.resolved) }),
    ]
  }
}
