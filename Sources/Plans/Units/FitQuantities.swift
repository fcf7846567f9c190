import Console
import Models
import Specs
import Tables

/// What the fits of a plan determine: parameters of their models, and quantities of the galaxy.
struct FitQuantities: Sendable {
  /// The cards of the models, in the order of the plan.
  let models: [ModelCard]
  /// The quantities of the galaxy that are free.
  let free: [GalaxyParameter]
  /// Whether there is a prior, so that fits have a term of their own for it.
  let hasPriors: Bool
  /// Every parameter of any of the models once; records hold them in this order, then the free
  /// quantities.
  let parameters: [ModelCard.Parameter]
  /// Every way in which quantities can lie on bounds, for all models.
  let boundWords: [String]

  init(_ spec: ExperimentSpec) {
    models = spec.models.compactMap { ModelCatalogue.law(named: $0)?.card }
    free = spec.free.map(\.parameter)
    hasPriors = spec.hasPriors
    var seen: Set<String> = []
    parameters = models.flatMap(\.parameters).filter { seen.insert($0.name).inserted }
    var words: Set<String> = []
    boundWords = models.flatMap { [free] in Self.boundWords(of: $0, free) }
      .filter { words.insert($0).inserted }
  }

  /// How many quantities a record has room for.
  var count: Int { parameters.count + free.count }

  /// The columns of the quantities with their errors, without those that an axis fixes.
  func columns(fixed axes: [Axis]) -> [ColumnSchema] {
    let quantities =
      parameters.map { ($0.name, $0.unit, $0.summary) }
      + free.map { ($0.rawValue, $0.unit, $0.summary) }
    return quantities.filter { quantity in !axes.contains { $0.name == quantity.0 } }.flatMap {
      name, unit, summary in
      [
        ColumnSchema(name, unit: unit, summary),
        ColumnSchema("e_\(name)", unit: unit, "1 sigma error of \(name)"),
      ]
    }
  }

  /// For each position in a vector of a model, the place in a record; `nil` for what is not recorded.
  func places(of card: ModelCard) -> [Int?] {
    let own = card.parameters.map { parameter in
      parameters.firstIndex { $0.name == parameter.name }
    }
    return own
      + GalaxyParameter.allCases.map { parameter in
        free.firstIndex(of: parameter).map { parameters.count + $0 }
      }
  }

  /// The name of each position in a vector of a model.
  static func names(of card: ModelCard) -> [String] {
    card.parameters.map(\.name) + GalaxyParameter.allCases.map(\.rawValue)
  }

  /// The bounds as text: `r_t upper`, or `omega upper, r_t lower`; empty for none.
  ///
  /// - Parameters:
  ///   - bits: Bit `2 i` is set for the lower bound of position `i`, bit `2 i + 1` for its upper.
  ///   - card: The model.
  /// - Returns: The text.
  static func boundText(_ bits: Int, of card: ModelCard) -> String {
    var words: [String] = []
    for (index, name) in names(of: card).enumerated() {
      if bits >> (2 * index) & 1 == 1 { words.append("\(name) lower") }
      if bits >> (2 * index + 1) & 1 == 1 { words.append("\(name) upper") }
    }
    return words.joined(separator: ", ")
  }

  /// Every text that ``boundText(_:of:)`` gives of a model: no quantity lies on both of its bounds.
  private static func boundWords(of card: ModelCard, _ free: [GalaxyParameter]) -> [String] {
    let names = card.parameters.map(\.name) + free.map(\.rawValue)
    var words = [""]
    for name in names {
      words = words.flatMap { word in
        let start = word.isEmpty ? "" : "\(word), "
        return [word, "\(start)\(name) lower", "\(start)\(name) upper"]
      }
    }
    return words.filter { !$0.isEmpty }
  }
}
