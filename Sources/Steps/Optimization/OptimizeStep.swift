package import Support
package import Tables

/// The optimum of a quantity between the cells, over continuous axes.
///
/// For the whole sample it works out the table at any point of the axes, with the steps that lead to
/// it; for `each` galaxy it measures the galaxy there. Makes a row for each optimum with all columns of
/// the table at the optimum, and an account of the search: the grid it covered, how many minima it
/// refined, how many distinct ones it found.
package struct OptimizeStep: Analysis {
  package static let verb = "optimize"
  package static let summary =
    "the optimum of a column over continuous axes, for all or each galaxy"

  private static let inputKey = JSONKey(
    verb, JSONType<String>.string.located, required: true, "the table that holds the quantity")
  private static let minimizeKey = JSONKey(
    "minimize", JSONType<Expression>.expression, "what is to be as small as possible")
  private static let maximizeKey = JSONKey(
    "maximize", JSONType<Expression>.expression, "what is to be as large as possible")
  private static let overKey = JSONKey(
    "over", SearchRange.type, required: true,
    "the axes with their ends: {\"upsilon_disk\": [0.01, 5]}")
  private static let eachKey = JSONKey(
    "each", JSONType<String>.word(of: ["galaxy"], noun: "choice"),
    "\"galaxy\" for an optimum of each")
  private static let startKey = JSONKey(
    "start", CellChoice.type, "where a simplex starts; the middle by default")
  private static let toleranceKey = JSONKey(
    "tolerance", JSONType<Double>.positive, "how close to the optimum a search goes")
  private static let gridKey = JSONKey(
    "grid_points", JSONType<Int>.integer(from: 3), "how many points of each axis a search covers")
  package static let keys: [any JSONKeyDeclaration] = [
    inputKey, minimizeKey, maximizeKey, overKey, eachKey, startKey, toleranceKey, gridKey,
  ]

  /// The largest grid that a search covers.
  private static let largestGrid = 1_000_000

  package let name: Located<String>
  package var reads: String { input.value }
  let input: Located<String>
  let objective: Expression
  let isMaximum: Bool
  let ranges: [SearchRange]
  let isEach: Bool
  let start: CellChoice?
  let tolerance: Double?
  let gridPoints: Int?

  package init?(_ object: JSONObject, name: Located<String>, _ report: InputReport) {
    let (minimize, maximize) = (object[Self.minimizeKey], object[Self.maximizeKey])
    _ = object[Self.eachKey]
    isEach = object.has(Self.eachKey)
    start = object[Self.startKey]
    tolerance = object[Self.toleranceKey]
    gridPoints = object[Self.gridKey]
    if object.has(Self.minimizeKey) == object.has(Self.maximizeKey) {
      report.error(
        "an optimum needs 'minimize' or 'maximize', and not both",
        at: object.place(of: Self.inputKey))
    }
    guard let input = object[Self.inputKey], let ranges = object[Self.overKey],
      let objective = minimize ?? maximize
    else { return nil }
    for entry in start?.values ?? [] {
      guard let range = ranges.first(where: { $0.axis.value == entry.key.value }),
        !(range.lower...range.upper).contains(entry.value.value)
      else { continue }
      report.error(
        "the start of '\(entry.key.value)' lies outside its range "
          + "[\(JSONValue.spelling(of: range.lower)), \(JSONValue.spelling(of: range.upper))]",
        at: entry.value.place, help: "start inside, or widen the range")
    }
    if let gridPoints,
      ranges.reduce(1.0, { product, _ in product * Double(gridPoints) }) > Double(Self.largestGrid)
    {
      report.error(
        "the search would cover more than \(Self.largestGrid.grouped) points",
        at: object.place(of: Self.gridKey), help: "use fewer points")
    }
    if isEach, ranges.count != 1 {
      report.error("the optimum of each galaxy has one axis", at: object.place(of: Self.overKey))
    }
    self.name = name
    self.input = input
    self.objective = objective
    isMaximum = maximize != nil
    self.ranges = ranges
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report) else { return [] }
    objective.check(over: table, schemas, expecting: .number, report)
    for range in ranges where !table.axes.contains(range.axis.value) {
      report.error(
        "table '\(table.name)' has no axis '\(range.axis.value)'", at: range.axis.place,
        help: table.axes.advice(for: range.axis.value))
    }
    start?.check(table, report)
    let searched = ranges.map(\.axis.value)
    if !isEach, let key = table.keys.first(where: { !table.axes.contains($0) }) {
      report.error(
        "table '\(table.name)' has a row for each '\(key)', and an optimum needs one row a cell",
        at: input.place, help: "summarize or filter it first, or optimize \"each\" galaxy")
      return []
    }
    let free = table.axes.first { !searched.contains($0) && !table.constants.contains($0) }
    if let free {
      report.error(
        "the grid has several values of '\(free)', and an optimum is looked for at one",
        at: input.place, help: "search over '\(free)' too, or give it one value")
    }
    if isEach, let other = objective.tableNames.first {
      report.error(
        "the optimum of each galaxy cannot look into table '\(other)'", at: objective.place,
        help: "use the columns of 'offsets' and of the catalogue")
    }
    if isEach, table.name != "offsets" {
      report.error(
        "only 'offsets' can be optimized for each galaxy", at: input.place,
        help: "leave out \"each\" for an optimum of the whole sample")
      return []
    }
    return [OptimumTables(self, table).schema, OptimumTables(self, table).optimaSchema]
  }

  package func run(on tables: TableSet, _ context: AnalysisContext) -> [Table] {
    guard let table = tables[input.value] else { return [] }
    let found =
      isEach
      ? GalaxyOptimum(self, table, tables, context).search()
      : [SampleOptimum(self, tables, context).search()]
    let made = OptimumTables(self, table.schema)
    return [made.table(found), made.optima(found)]
  }

  package func warnings(about made: [Table]) -> [String] {
    guard let table = made.first, let status = table["status"] else { return [] }
    let words = OptimumStatus.allCases
    let bound = status.count { $0 == Double(words.firstIndex(of: .atBound) ?? 0) }
    guard bound > 0 else { return [] }
    return [
      "\(name.value): \(bound.grouped) of \(table.rowCount.grouped) optima lie at an end of the range: the "
        + "range decides them, not the data"
    ]
  }

  package var mentionedTables: [String] { objective.tableNames }

  package var methods: [(family: String, versions: [String])] {
    [isEach ? OptimumMethods.galaxy : OptimumMethods.sample]
  }

  package var resolved: JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(name.value)), .init("optimize", .string(input.value)),
      .init(isMaximum ? "maximize" : "minimize", .string(objective.canonicalText)),
      .init(
        "over",
        .object(ranges.map { .init($0.axis.value, [.number($0.lower), .number($0.upper)]) })),
    ]
    if isEach { members.append(.init("each", "galaxy")) }
    if let start { members.append(.init("start", start.resolved)) }
    if let tolerance { members.append(.init("tolerance", .number(tolerance))) }
    if let gridPoints { members.append(.init("grid_points", .number(Double(gridPoints)))) }
    return .object(members)
  }
}
