import Models
import Specs
import Tables

/// The table of the bounds that depend on the galaxy, with their values.
enum BoundsTable {
  /// One bounded quantity of a model.
  private struct Rule {
    let model: String
    let quantity: Quantity
    let name: String
    let range: QuantityRange
  }

  private static func rules(of spec: ExperimentSpec) -> [Rule] {
    spec.models.flatMap { model in
      spec.quantities(of: model).filter(\.range.dependsOnGalaxy).map {
        Rule(model: model, quantity: $0.quantity, name: $0.name, range: $0.range)
      }
    }
  }

  /// The schema of the table; `nil` when no bound depends on the galaxy.
  static func schema(_ spec: ExperimentSpec, galaxies: [String]?) -> TableSchema? {
    let rules = rules(of: spec)
    guard !rules.isEmpty else { return nil }
    return TableSchema(
      "bounds", axes: [], keys: ["galaxy", "model", "parameter"],
      columns: [
        GalaxyTables.galaxyColumn(galaxies),
        ColumnSchema("model", .word(words(rules, \.model)), "name of the model"),
        ColumnSchema(
          "parameter", .word(words(rules, \.name)), "the parameter that is bounded"),
        ColumnSchema("lower", "lower bound, in the unit of the parameter"),
        ColumnSchema("upper", "upper bound, in the unit of the parameter"),
        ColumnSchema(
          "lower_rule", .word(words(rules, \.range.lower.text)),
          "the lower bound as the spec gives it"),
        ColumnSchema(
          "upper_rule", .word(words(rules, \.range.upper.text)),
          "the upper bound as the spec gives it"),
      ])
  }

  /// Makes the table; `nil` when no bound depends on the galaxy.
  static func table(_ spec: ExperimentSpec, _ sample: Sample, _ spaces: FitSpaces) -> Table? {
    let names = sample.catalogue.schema["galaxy"]?.vocabulary
    guard let schema = schema(spec, galaxies: names) else { return nil }
    var rows: [(galaxy: Int, model: Int, rule: Rule)] = []
    for rule in rules(of: spec) {
      guard let model = spec.models.firstIndex(of: rule.model) else { continue }
      rows += sample.galaxies.indices.map { ($0, model, rule) }
    }
    func codes(_ column: String, _ text: (Rule) -> String) -> [Double] {
      let words = schema[column]?.vocabulary ?? []
      return rows.map { row in words.firstIndex(of: text(row.rule)).map(Double.init) ?? .nan }
    }
    return Table(
      schema,
      [
        rows.map { Double(sample.positions[$0.galaxy]) }, codes("model", \.model),
        codes("parameter", \.name),
        rows.map { spaces[galaxy: $0.galaxy, model: $0.model][$0.rule.quantity].lower },
        rows.map { spaces[galaxy: $0.galaxy, model: $0.model][$0.rule.quantity].upper },
        codes("lower_rule", \.range.lower.text), codes("upper_rule", \.range.upper.text),
      ])
  }

  /// Each word once, in the order of first use.
  private static func words(_ rules: [Rule], _ text: (Rule) -> String) -> [String] {
    var seen: Set<String> = []
    return rules.map(text).filter { seen.insert($0).inserted }
  }
}
