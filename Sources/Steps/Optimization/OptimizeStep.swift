package import Support
package import Tables

/// The optimum of a quantity between the cells, over continuous axes.
///
/// For the whole sample it works out the table at any point of the axes, with the steps that lead
/// to it; for `each` galaxy it measures the galaxy there. Makes a row for each optimum with all
/// columns of the table at the optimum, and an account of the search: the grid it covered, how many
/// minima it refined, how many distinct ones it found.
package struct OptimizeStep: Step {
  package static let key = "optimize"
  package static let summary =
    "the optimum of a column over continuous axes, for all or each galaxy"
  package static let settings: [ObjectKey<Self>] = [
    table, minimize, maximize, over,
    .optional("each", \.subject, Subject.type, "\"galaxy\" for an optimum of each"),
    .optional(
      "start", \.start, CellChoice.type, "where a simplex starts; in the middle without it"),
    .optional("tolerance", \.tolerance, .positive, "how close to the optimum a search goes"),
    gridKey,
  ]
  private static let table: ObjectKey<Self> = .table("the table that holds the quantity")
  private static let minimize: ObjectKey<Self> = .optional(
    "minimize", \.minimized, .expression, "what is to be as small as possible")
  private static let maximize: ObjectKey<Self> = .optional(
    "maximize", \.maximized, .expression, "what is to be as large as possible")
  private static let over: ObjectKey<Self> = .required(
    "over", \.ranges, SearchRange.type, "the axes with their ends: {\"upsilon_disk\": [0.01, 5]}")
  private static let gridKey: ObjectKey<Self> = .optional(
    "grid_points", \.gridPoints, .integer(in: 3...largestGrid),
    "how many points of each axis a search covers")

  /// What has an optimum of its own.
  private enum Subject: String, CaseIterable, Resolvable {
    case galaxy

    /// A mistake is told, and what was meant is clear.
    static let type = JSONType<Subject>(
      schema: JSONType<Subject>.choice("choice").schema
    ) { node, report in
      JSONType<Subject>.choice("choice").read(node, report) ?? .galaxy
    }
  }

  /// The largest grid that a search covers.
  private static let largestGrid = 1_000_000

  package var name = Located("")
  package var input = Located("")
  private var minimized: Expression?
  private var maximized: Expression?
  private(set) var ranges: [SearchRange] = []
  private var subject: Subject?
  private(set) var start: CellChoice?
  private(set) var tolerance: Double?
  private(set) var gridPoints: Int?

  package init() {}

  var isMaximum: Bool { maximized != nil }

  package var headlines: [String] {
    ranges.map(\.axis.value) + ["objective", "status", "at_bound", "jump"]
  }

  var objective: Expression { minimized ?? maximized ?? .always }

  /// Whether each galaxy has an optimum of its own.
  var isEach: Bool { subject != nil }

  package func check(_ given: GivenKeys<Self>, _ report: InputReport) {
    if given.has(Self.minimize) == given.has(Self.maximize) {
      report.error(
        "an optimum needs 'minimize' or 'maximize', and not both",
        at: given.place(of: Self.table))
    }
    guard given.isWhole else { return }
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
        at: given.place(of: Self.gridKey), help: "use fewer points")
    }
    if isEach, ranges.count != 1 {
      report.error("the optimum of each galaxy has one axis", at: given.place(of: Self.over))
    }
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report), (minimized ?? maximized) != nil else {
      return []
    }
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
        help: "use the columns of '\(TableName.offsets)' and of the catalogue")
    }
    if isEach, table.name != TableName.offsets {
      report.error(
        "only '\(TableName.offsets)' can be optimized for each galaxy", at: input.place,
        help: "leave out \"each\" for an optimum of the whole sample")
      return []
    }
    return [
      OptimumTable(self, table).draft.schema, LocalOptimumTable(self, table).draft.schema,
    ]
  }

  package func run(on tables: TableSet, _ context: StepContext) -> StepResult {
    guard let table = tables[input.value] else { return [] }
    let found =
      isEach
      ? GalaxyOptimum(self, table, tables, context).search()
      : [SampleOptimum(self, tables, context).search()]
    return [
      OptimumTable(self, table.schema).table(found),
      LocalOptimumTable(self, table.schema).table(found),
    ]
  }

  package func warnings(about made: [Table]) -> [String] {
    made.first.asList.flatMap { OptimumTable.warnings(about: $0, of: self) }
  }

  package var methods: [(family: String, versions: [String])] {
    [isEach ? OptimumMethods.galaxy : OptimumMethods.sample]
  }
}
