import Galaxies
import Models
package import Support

/// The bounds of every parameter for every galaxy, with expressions worked out.
package struct BoundsTable: Sendable {
  /// Lower and upper by galaxy of the sample and model; shape `[galaxies × models]`.
  private let vectors: [(lower: ParameterVector, upper: ParameterVector)]
  private let modelCount: Int
  /// The bounds that depend on the galaxy; `nil` when none does.
  package let table: Table?

  /// Works out the bounds.
  ///
  /// - Parameters:
  ///   - spec: The bounds as rules.
  ///   - sample: The galaxies.
  ///   - report: Receives what is wrong with an expression.
  package init(_ spec: ExperimentSpec, _ sample: Sample, _ report: InputReport) {
    let catalogue = sample.catalogue
    let names = TableNames(catalogue.schema, SchemaSet())
    let count = sample.galaxies.count
    func values(_ bound: Bound) -> [Double] {
      switch bound {
      case .number(let value): return [Double](repeating: value, count: count)
      case .expression(let expression):
        guard expression.check(in: names, expecting: .number, report) != nil else {
          return [Double](repeating: .nan, count: count)
        }
        return expression.numbers(over: catalogue, TableSet())
      }
    }
    modelCount = spec.models.count
    var vectors = [(lower: ParameterVector, upper: ParameterVector)](
      repeating: (ParameterVector(), ParameterVector()), count: count * modelCount)
    var rows: [(galaxy: Int, rule: ParameterBounds, lower: Double, upper: Double)] = []
    for (model, name) in spec.models.enumerated() {
      for (index, rule) in spec.bounds.filter({ $0.model == name }).enumerated() {
        let (lower, upper) = (values(rule.lower), values(rule.upper))
        for galaxy in 0..<count {
          vectors[galaxy * modelCount + model].lower[index] = lower[galaxy]
          vectors[galaxy * modelCount + model].upper[index] = upper[galaxy]
          if rule.dependsOnGalaxy {
            rows.append((sample.positions[galaxy], rule, lower[galaxy], upper[galaxy]))
          }
        }
      }
    }
    self.vectors = vectors
    table = Self.schema(spec, galaxies: catalogue.schema["galaxy"]?.vocabulary)
      .map { Self.table(rows, $0) }
  }

  /// Checks the bounds that are expressions.
  static func check(_ spec: ExperimentSpec, _ galaxies: [String]?, _ report: InputReport) {
    let names = TableNames(GalaxyTables.catalogueSchema(galaxies), SchemaSet())
    for case .expression(let expression) in spec.bounds.flatMap({ [$0.lower, $0.upper] }) {
      expression.check(in: names, expecting: .number, report)
    }
  }

  func values(galaxy: Int, model: Int) -> (lower: ParameterVector, upper: ParameterVector) {
    vectors[galaxy * modelCount + model]
  }

  /// The schema of the table; `nil` when no bound depends on the galaxy.
  static func schema(_ spec: ExperimentSpec, galaxies: [String]?) -> TableSchema? {
    let rules = spec.bounds.filter(\.dependsOnGalaxy)
    guard !rules.isEmpty else { return nil }
    return TableSchema(
      "bounds", axes: [], keys: ["galaxy", "model", "parameter"],
      columns: [
        GalaxyTables.galaxyColumn(galaxies),
        ColumnSchema("model", .word(Self.words(rules, \.model)), "name of the model"),
        ColumnSchema(
          "parameter", .word(Self.words(rules, \.parameter)), "the parameter that is bounded"),
        ColumnSchema("lower", "lower bound, in the unit of the parameter"),
        ColumnSchema("upper", "upper bound, in the unit of the parameter"),
        ColumnSchema(
          "lower_rule", .word(Self.words(rules, \.lower.text)),
          "the lower bound as the spec gives it"),
        ColumnSchema(
          "upper_rule", .word(Self.words(rules, \.upper.text)),
          "the upper bound as the spec gives it"),
      ])
  }

  /// Each word once, in the order of first use.
  private static func words(
    _ rules: [ParameterBounds], _ text: (ParameterBounds) -> String
  ) -> [String] {
    var seen: Set<String> = []
    return rules.map(text).filter { seen.insert($0).inserted }
  }

  private static func table(
    _ rows: [(galaxy: Int, rule: ParameterBounds, lower: Double, upper: Double)],
    _ schema: TableSchema
  ) -> Table {
    func codes(_ column: String, _ text: (ParameterBounds) -> String) -> [Double] {
      let words = schema[column]?.vocabulary ?? []
      return rows.map { row in words.firstIndex(of: text(row.rule)).map(Double.init) ?? .nan }
    }
    return Table(
      schema,
      [
        rows.map { Double($0.galaxy) }, codes("model", \.model), codes("parameter", \.parameter),
        rows.map(\.lower), rows.map(\.upper), codes("lower_rule", \.lower.text),
        codes("upper_rule", \.upper.text),
      ])
  }
}
