import Models
import Specs
import Support
import Tables

/// The table of the bounds that depend on the galaxy, with their values.
struct BoundsTable {
  /// One bounded quantity of a model.
  private struct Rule {
    let model: String
    let quantity: Quantity
    let name: String
    let range: QuantityRange
  }

  private let rules: [Rule]
  private var draft = TableDraft(TableName.bounds)
  private let galaxy: Column<Int>
  private let model: Column<String>
  private let parameter: Column<String>
  private let lower: Column<Double>
  private let upper: Column<Double>
  private let lowerRule: Column<String>
  private let upperRule: Column<String>

  /// Declares the columns; `nil` when no bound depends on the galaxy.
  private init?(_ spec: ExperimentSpec, galaxies: [String]?) {
    rules = spec.models.flatMap { model in
      spec.quantities(of: model).filter(\.range.dependsOnGalaxy).map {
        Rule(model: model, quantity: $0.quantity, name: $0.name, range: $0.range)
      }
    }
    guard !rules.isEmpty else { return nil }
    galaxy = draft.galaxy(galaxies)
    model = draft.word(
      "model", as: .key, among: rules.map(\.model).distinct, "name of the model")
    parameter = draft.word(
      "parameter", as: .key, among: rules.map(\.name).distinct, "the parameter that is bounded")
    lower = draft.real("lower", "lower bound, in the unit of the parameter")
    upper = draft.real("upper", "upper bound, in the unit of the parameter")
    lowerRule = draft.word(
      "lower_rule", among: rules.map(\.range.lower.text).distinct,
      "the lower bound as the spec gives it")
    upperRule = draft.word(
      "upper_rule", among: rules.map(\.range.upper.text).distinct,
      "the upper bound as the spec gives it")
  }

  /// The schema of the table; `nil` when no bound depends on the galaxy.
  static func schema(_ spec: ExperimentSpec, galaxies: [String]?) -> TableSchema? {
    BoundsTable(spec, galaxies: galaxies)?.draft.schema
  }

  /// Makes the table; `nil` when no bound depends on the galaxy.
  static func table(_ spec: ExperimentSpec, _ sample: Sample, _ spaces: FitSpaces) -> Table? {
    let names = sample.catalogue.schema["galaxy"]?.vocabulary
    guard let made = BoundsTable(spec, galaxies: names) else { return nil }
    var draft = made.draft
    for rule in made.rules {
      guard let model = spec.models.firstIndex(of: rule.model) else { continue }
      for (index, position) in sample.positions.enumerated() {
        let space = spaces[galaxy: index, model: model]
        draft.row {
          $0[made.galaxy] = position
          $0[made.model] = rule.model
          $0[made.parameter] = rule.name
          $0[made.lower] = space[rule.quantity].lower
          $0[made.upper] = space[rule.quantity].upper
          $0[made.lowerRule] = rule.range.lower.text
          $0[made.upperRule] = rule.range.upper.text
        }
      }
    }
    return draft.table
  }
}
