import Galaxies
package import Support
package import Tables

/// The point-level table at chosen mass-to-light ratios, the same for all galaxies or one for each.
///
/// It holds the points that have both accelerations, where it is asked for of the galaxies alone
/// that have an offset, with the settings of `model.offset` or their defaults. What is left out,
/// and why, stands in a table beside it.
package struct PointsStep: Step {
  package static let key = "points"
  package static let summary =
    "the points with g_bar and g_obs, at one ratio for all galaxies or at one for each"
  package static let settings: [ObjectKey<Self>] = [
    .required(
      key, \.chosen, ChosenRatios.type,
      "ratios by name: a number, or an expression of the galaxy like \"optimal.upsilon_disk\""),
    .optional(
      "of", \.subject, JSONType<Subject>.choice("choice of galaxies").located,
      "\"offset\" for the galaxies that have an offset; all without it"),
  ]

  /// Which galaxies have points.
  private enum Subject: String, CaseIterable, Resolvable {
    case offset
  }

  package var name = Located("")
  package var input = Located(TableName.galaxies)
  private var chosen = Located(ChosenRatios())
  private var subject: Located<Subject>?

  package init() {}

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let galaxies = schemas[TableName.galaxies] else { return [] }
    if let subject, schemas[TableName.offsets] == nil {
      report.error(
        "points of galaxies with an offset need offsets", at: subject.place,
        help: "add \"offset\": {…} to the model block, or leave out \"of\"")
    }
    for expression in expressions {
      expression.check(over: galaxies, schemas, expecting: .number, report)
    }
    if let fits = schemas[TableName.fits] { checkFree(fits, report) }
    let names = galaxies["galaxy"]?.vocabulary
    return [PointTable(self, names).draft.schema, LeftOutTable(self, names).draft.schema]
  }

  /// Refuses a ratio that the spec frees and the step does not choose.
  private func checkFree(_ fits: TableSchema, _ report: InputReport) {
    let known = fits.axes + chosen.value.entries.map(\.key.value)
    for ratio in Axis.massToLight.map(\.name) where !known.contains(ratio) {
      report.error(
        "'\(ratio)' is free, so points need a value of it", at: chosen.place,
        help: "name it: a number, or an expression of the galaxy")
    }
  }

  package func run(on tables: TableSet, _ context: StepContext) -> StepResult {
    guard let galaxies = tables[TableName.galaxies], let sample = context.points else { return [] }
    let isOld = context.method(PointMethod.family) == PointMethod.withOffset.rawValue
    let ratios = ratios(of: sample, galaxies, tables)
    let scale = sample.scale(sample.cells[0])
    let names = galaxies.schema["galaxy"]?.vocabulary
    var (made, leftOut) = (PointTable(self, names), LeftOutTable(self, names))
    for (index, curve) in sample.curves.enumerated() {
      let (ratio, galaxy) = (ratios[index], sample.positions[index])
      guard ratio.isUsable else {
        leftOut.add(galaxy, PointOmission.noRatio.rawValue, points: curve.radius.count)
        continue
      }
      let judged = sample.settings.validAt ?? ratio
      if isOld || subject != nil,
        let refusal = curve.refusal(
          at: judged, scale: scale, sample.settings, by: sample.method)
      {
        leftOut.add(galaxy, refusal.rawValue, points: curve.radius.count)
        continue
      }
      var omissions: [PointOmission] = []
      for point in curve.radius.indices {
        if let omission = curve.omission(of: point, at: isOld ? [judged] : [judged, ratio]) {
          omissions.append(omission)
        } else {
          made.add(
            galaxy, curve.measured(point), { ratio[$0] },
            curve.accelerations(point, ratio, scale: scale))
        }
      }
      leftOut.add(galaxy, omissions)
    }
    return [made.draft.table, leftOut.draft.table]
  }

  /// The ratios of each galaxy: those chosen, the others as the first cell has them.
  private func ratios(
    of sample: OffsetComputation, _ galaxies: Table, _ tables: TableSet
  ) -> [MassToLight] {
    var ratios = [MassToLight](
      repeating: sample.ratios(sample.cells[0]), count: sample.curves.count)
    for entry in chosen.value.entries {
      let values: [Double] =
        switch entry.value {
        case .number(let value): [Double](repeating: value, count: ratios.count)
        case .expression(let expression): expression.numbers(over: galaxies, tables)
        }
      for index in ratios.indices { ratios[index][entry.key.value] = values[index] }
    }
    return ratios
  }

  package func warnings(about made: [Table]) -> [String] {
    made.dropFirst().flatMap { LeftOutTable.sentences(about: $0, of: name.value) }
  }

  package var methods: [(family: String, versions: [String])] { [PointMethod.methods] }
}

extension OffsetCurve {
  /// Why a point has no place in a table of points; `nil` if it has one.
  ///
  /// - Parameters:
  ///   - point: The point.
  ///   - ratios: All the ratios at which g_bar has to be positive.
  /// - Returns: The reason.
  fileprivate func omission(of point: Int, at ratios: [MassToLight]) -> PointOmission? {
    if ratios.contains(where: { squaredBaryons(point, $0) <= 0 }) { return .notPositive }
    return observedSpeed[point] == 0 ? .noMotion : nil
  }
}
