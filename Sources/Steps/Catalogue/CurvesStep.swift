package import Support
package import Tables

/// The curves of fits, point by point: what was observed, what the baryons and the law do, and how
/// far the fit is off.
///
/// Everything stands at the ratios, the distance and the inclination of the fit: radii go with the
/// distance, observed speeds and their errors with 1 / sin i. The squares of the pulls of a fit add
/// up to its `chi2`. Speeds of components have the sign of their square.
package struct CurvesStep: Step {
  package static let key = "curves"
  package static let summary =
    "the points of fits with the speeds of baryons and law, residuals and pulls"
  package static let settings: [ObjectKey<Self>] = [
    .table("the fits: \"fits\", or a table that 'filter' or 'select' makes of it"),
    .value("where", \.condition, .expression, "the condition a fit must meet"),
    .optional(
      "grid", \.grid, JSONType.integer(in: 2...10_000).located,
      "how many evenly spaced points a table beside it, 'name.fine', has of each curve, for drawing"
    ),
  ]

  /// How many rows the tables of these steps may have together.
  package static let mostRows = 10_000_000

  package var name = Located("")
  package var input = Located(TableName.fits)
  private var condition = Expression.always
  private var grid: Located<Int>?
  /// How many points are wanted between the measured ones.
  private var count: Int { grid.map(\.value) ?? Self.noPoints }
  private static let noPoints = 0
  /// The parameters that a table of fits has.
  private var parameters: [String] = []

  package init() {}

  /// A step that no spec has.
  ///
  /// - Parameters:
  ///   - name: What its table is called.
  ///   - input: The table of fits.
  ///   - condition: The condition a fit must meet; `nil` for all.
  ///   - grid: How many points the table for drawing has of each curve; `nil` for no such table.
  package init(_ name: String, of input: String, where condition: Expression?, grid: Int?) {
    self.name = Located(name)
    self.input = Located(input)
    self.condition = condition ?? .always
    self.grid = grid.map { Located($0) }
  }

  package mutating func settle(by facts: FitFacts) {
    parameters = facts.models.flatMap(\.parameters).distinct
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let fits = schemas.reading(input, report) else { return [] }
    condition.check(over: fits, schemas, expecting: .boolean, report)
    let wanted = ["galaxy", "model"] + parameters + Axis.massToLight.map(\.name) + ["chi2"]
    let missing = wanted.filter { fits[$0] == nil }
    guard missing.isEmpty else {
      guard !fits.isOpen else { return [] }
      let named = missing.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
      report.error(
        "table '\(fits.name)' holds no fits: it has no \(named)\(missing.count > 3 ? " …" : "")",
        at: input.place,
        help: "name \"fits\", or a table that 'filter' or 'select' makes of it")
      return []
    }
    return made(of: fits).map(\.schema)
  }

  /// How many rows the tables have at most.
  ///
  /// - Parameters:
  ///   - fits: How many fits there are at most, for each galaxy.
  ///   - points: How many points each galaxy has.
  /// - Returns: The number, and where the spec makes it as large.
  package func rows(fits: Double, points: [Int]) -> (count: Double, place: Place) {
    let measured = points.reduce(0.0) { $0 + Double($1) }
    let between = Double(points.count * count)
    let isOfGrid = fits * measured <= Double(Self.mostRows)
    return (fits * (measured + between), isOfGrid ? grid?.place ?? input.place : input.place)
  }

  /// The empty tables: of the measured points and, where it is asked for, of those for drawing.
  private func made(of fits: TableSchema) -> [CurveTable] {
    let measured = CurveTable(name.value, of: fits, isMeasured: true)
    guard grid != nil else { return [measured] }
    return [measured, CurveTable("\(name.value).fine", of: fits, isMeasured: false)]
  }

  package func run(on tables: TableSet, _ context: StepContext) -> StepResult {
    guard let fits = tables[input.value], let source = context.fits else { return [] }
    let curves = source.curves(of: fits, between: count)
    let rows = condition.rows(of: fits, tables)
    var made = made(of: fits.schema)
    var missing = 0
    for row in rows {
      guard !context.isCancelled() else { break }
      guard let points = curves[row] else {
        missing += 1
        continue
      }
      made[0].add(row, points.measured)
      if made.count > 1 { made[1].add(row, points.between) }
    }
    let note =
      "\(name.value): \(missing.grouped) of \(rows.count.counted("fit", "fits")) "
      + "\(missing == 1 ? "has" : "have") no result, and so no curve"
    return StepResult(made.map { $0.table(of: fits) }, notes: missing == 0 ? [] : [note])
  }
}
