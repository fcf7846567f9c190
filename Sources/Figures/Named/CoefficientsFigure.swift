package import Support
import Tables

/// The coefficients of a regression with their errors.
package struct CoefficientsFigure: NamedFigure {
  package static let word = "coefficients"
  package static let summary = "the coefficients of a regression with their errors"
  package static let settings: [ObjectKey<Self>] = [
    .optional("table", \.table, JSONType.string.located, "the table of a regression"),
    .optional("where", \.condition, .expression, "which cells"),
  ]

  package var figure = word
  package var name: Located<String>?
  private var table: Located<String>?
  private var condition: Expression?

  package init() {}

  package func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue? {
    guard let fit = setting.table(table, usual: "fit", with: ["r2", "loo_r2"], report) else {
      return nil
    }
    let terms = fit.valueColumns.map(\.name).filter { fit["e_\($0)"] != nil }
    let axes = fit.axes.filter { !fit.constants.contains($0) }
    let rest = fit.keys.filter { !fit.constants.contains($0) && !axes.contains($0) }
    func spelled(_ name: String) -> JSONValue { .string(ExpressionNode.spelled(name)) }
    // What a coefficient belongs to is a formula, which its column tells.
    func symbol(_ term: String) -> String {
      let text = fit[term]?.summary.split(separator: "coefficient of ").last.map(String.init)
      guard let text, text != fit[term]?.summary, let formula = Expression(named: text) else {
        return QuantitySymbol.text(term)
      }
      return AxisText(fit, SchemaSet()).label(formula)
    }
    let common: KeyValuePairs<String, JSONValue?> = [
      "name": .string(title), "table": .string(fit.name),
      "where": condition.map { .string($0.canonicalText) },
    ]
    let head = JSONValue.members(common).entries
    guard let axis = axes.first else {
      return .object(
        head
          + JSONValue.members([
            "colour": rest.first.map { .string($0) },
            "label": ["x": "coefficient"],
            "height": .number(max(40, 13 * Double(terms.count))),
            "layers": .array(
              [["mark": "rule", "x": 0]]
                + terms.map { term in
                  [
                    "mark": "point", "x": spelled(term), "e_x": spelled("e_\(term)"),
                    "y": .string("'\(symbol(term).replacing("'", with: "''"))'"),
                  ]
                }),
          ]).entries)
    }
    let panels = terms.prefix(8).map { term in
      JSONValue.members([
        "y": spelled(term), "e_y": spelled("e_\(term)"), "height": 46,
        "label": ["y": .string(symbol(term))],
        "layers": [["mark": "rule", "y": 0], ["mark": "point"]],
      ])
    }
    return .object(
      head
        + JSONValue.members([
          "x": .string(axis),
          "colour": (axes.dropFirst().first ?? rest.first).map { .string($0) },
          "panels": .array(panels),
        ]).entries)
  }
}
