import Models
import Support

/// The page of the laws, from their cards.
enum LawPage {
  static var page: ReferencePage {
    ReferencePage(
      name: "LawReference", title: "Laws",
      summary: "Every law that `model.fit` may name, with its formula, bounds and worked examples.",
      blocks: [
        .paragraph(
          "`V_bary` is the speed of the baryons alone, `R` the radius in kpc; speeds are in km/s. "
            + "Bounds hold where a spec gives no other. A worked example is a value that the tests "
            + "hold the law to, to two units of its last digit. A limit is another law that a fit "
            + "on that bound, and on no other of the law's, stands for.")
      ] + ModelCatalogue.all.flatMap { blocks(of: $0.card) } + galaxy + facts)
  }

  private static func blocks(of card: ModelCard) -> [ReferenceBlock] {
    let earlier = ModelCatalogue.versions(of: card.name).dropLast()
    let versions = earlier.isEmpty ? "" : ", earlier \(MarkdownText.codes(Array(earlier)))"
    let needs = card.needs.isEmpty ? "" : " Needs \(MarkdownText.codes(card.needs.map(\.name)))."
    return [
      .heading(card.name),
      .paragraph(card.summary),
      .lines([card.formula]),
      .paragraph(
        "Method \(MarkdownText.code(card.method))\(versions). Source: \(card.source).\(needs)"),
      .table(
        head: ["parameter", "unit", "bounds", "meaning"],
        rows: card.parameters.map { parameter in
          [
            MarkdownText.code(parameter.name), parameter.unit, ends(of: parameter.bounds),
            parameter.summary,
          ]
        }),
      .list(
        card.anchors.map { "Example: \(LawText.anchor($0, card))." }
          + card.limits.map { "Limit: \(LawText.limit($0))." } + card.notes),
    ]
  }

  /// What can be freed beside the parameters of a law.
  private static var galaxy: [ReferenceBlock] {
    [
      .heading("Quantities of the galaxy"),
      .paragraph(
        "Free for all laws where `bounds` or `priors` name them, and axes of the grid or fixed "
          + "elsewhere."),
      .table(
        head: ["quantity", "unit", "bounds", "meaning"],
        rows: GalaxyParameter.allCases.map { quantity in
          [
            MarkdownText.code(quantity.rawValue), quantity.unit, ends(of: quantity.domain),
            quantity.summary,
          ]
        }),
    ]
  }

  /// What a law may need of its galaxy.
  private static var facts: [ReferenceBlock] {
    [
      .heading("Facts of the galaxy"),
      .paragraph(
        "What a law may know of its galaxy beside the curve. A galaxy without one that its law "
          + "needs is refused by the name of the fact."),
      .table(
        head: ["fact", "unit", "meaning"],
        rows: GalaxyFact.all.map { [MarkdownText.code($0.name), $0.unit, $0.summary] }),
    ]
  }

  private static func ends(of range: ClosedRange<Double>) -> String {
    "\(JSONValue.spelling(of: range.lowerBound)) to \(JSONValue.spelling(of: range.upperBound))"
  }
}
