import Console
import Models
import Support

/// `upsilon models`: the laws of circular speed, as their cards declare them.
enum ModelsCommand: Command {
  static let model = Positional<String?>("model", "One model.")
  static let json = Flag("json", "Print JSON instead of text.")

  static let name = "models"
  static let summary = "Show the models: formula, parameters, bounds, source."
  static let details = [
    "Without a name it also shows the quantities of the galaxy that a spec can free for all "
      + "models, by naming them under 'bounds' or 'priors'."
  ]
  static let parameters: [any Parameter] = [model, json]
  static let examples = ["models", "models rational-taper"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    var cards = ModelCatalogue.all.map { $0.card }
    if let name = arguments[model] {
      cards = cards.filter { $0.name == name }
      if cards.isEmpty {
        throw InputRejected(
          "unknown model '\(name)'", help: ModelCatalogue.names.advice(for: name))
      }
    }
    if arguments[json] {
      terminal.json(JSONValue.array(cards.map(value)))
    } else {
      let models = cards.map { lines($0) } + (arguments[model] == nil ? [galaxyLines] : [])
      terminal.out(models.map { $0.joined(separator: "\n") }.joined(separator: "\n\n"))
    }
    return .done
  }

  private static func lines(_ card: ModelCard) -> [String] {
    var lines = [
      "\(card.name) · \(card.method)", "  \(card.summary)", "  \(card.formula)",
      "  source: \(card.source)",
    ]
    let earlier = ModelCatalogue.versions(of: card.name).dropLast()
    if !earlier.isEmpty {
      lines.append("  earlier: \(earlier.joined(separator: ", ")), where 'methods' names it")
    }
    if !card.needs.isEmpty {
      lines.append("  needs: \(card.needs.map(\.name).joined(separator: ", "))")
    }
    var text = TextTable([
      .text("parameter"), .text("unit"), .number("lower"), .number("upper"), .text("meaning"),
    ])
    for parameter in card.parameters {
      text.append([
        parameter.name, parameter.unit, JSONValue.spelling(of: parameter.bounds.lowerBound),
        JSONValue.spelling(of: parameter.bounds.upperBound), parameter.summary,
      ])
    }
    lines += text.lines(width: nil, maximumRows: nil, indent: 2)
    lines += card.limits.map { "  limit: \(LawText.limit($0))" }
    lines += card.notes.map { "  note: \($0)" }
    lines += card.anchors.map { "  anchor: \(LawText.anchor($0, card))" }
    return lines
  }

  /// What can be freed beside the parameters of a model.
  private static var galaxyLines: [String] {
    var text = TextTable([
      .text("quantity"), .text("unit"), .number("lower"), .number("upper"), .text("meaning"),
    ])
    for quantity in GalaxyParameter.allCases {
      text.append([
        quantity.rawValue, quantity.unit, JSONValue.spelling(of: quantity.domain.lowerBound),
        JSONValue.spelling(of: quantity.domain.upperBound), quantity.summary,
      ])
    }
    return ["quantities of the galaxy, free where 'bounds' or 'priors' name them"]
      + text.lines(width: nil, maximumRows: nil, indent: 2)
  }

  private static func value(_ card: ModelCard) -> JSONValue {
    [
      "name": .string(card.name), "method": .string(card.method),
      "versions": .array(ModelCatalogue.versions(of: card.name).map { .string($0) }),
      "summary": .string(card.summary), "formula": .string(card.formula),
      "source": .string(card.source), "needs": .array(card.needs.map { .string($0.name) }),
      "parameters": .array(
        card.parameters.map {
          [
            "name": .string($0.name), "unit": .string($0.unit),
            "bounds": [.number($0.bounds.lowerBound), .number($0.bounds.upperBound)],
            "description": .string($0.summary),
          ]
        }),
      "limits": .array(
        card.limits.map {
          [
            "parameter": .string($0.parameter), "bound": .string($0.side.rawValue),
            "model": .string($0.law), "because": .string($0.because),
          ]
        }),
      "notes": .array(card.notes.map { .string($0) }),
    ]
  }
}
