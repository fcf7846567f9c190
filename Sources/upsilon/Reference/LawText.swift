import Models
import Support

/// What is said of a law in a line.
enum LawText {
  /// A worked example: where it is, what comes out, and why.
  static func anchor(_ anchor: ModelCard.Anchor, _ card: ModelCard) -> String {
    func text(_ value: Double) -> String { JSONValue.spelling(of: value) }
    let parameters = zip(card.parameters, anchor.parameters).map { "\($0.name) \(text($1))" }
    let facts = anchor.facts.map { ", \($0.fact.name) \(text($0.value))" }.joined()
    return "\(parameters.joined(separator: ", ")), R \(text(anchor.radius)), "
      + "V_bary \(text(anchor.baryonSpeed))\(facts): V = \(text(anchor.speed)) (\(anchor.because))"
  }

  /// What a law becomes at an end of a parameter's range.
  static func limit(_ limit: ModelCard.Limit) -> String {
    "at \(limit.bound) it becomes \(limit.law): \(limit.because)"
  }
}
