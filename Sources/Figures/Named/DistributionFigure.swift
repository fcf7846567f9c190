package import Support
import Tables

/// Which part of the fits is as good as this or better.
package struct DistributionFigure: NamedFigure {
  package static let word = "chi2-cdf"
  package static let summary = "the part of the fits up to each reduced chi-squared"
  package static let settings: [ObjectKey<Self>] = [
    .value(
      "models", \.models, JSONType.string.located.list.distinct("model").atMost(8),
      "which laws; all, at most eight"),
    .optional("table", \.table, JSONType.string.located, "the table of fits"),
    .optional("where", \.condition, .expression, "which fits"),
  ]

  package var figure = word
  package var name: Located<String>?
  private var models: [Located<String>] = []
  private var table: Located<String>?
  private var condition: Expression?

  package init() {}

  package func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue? {
    guard
      let fits = setting.table(
        table, usual: TableName.fits, with: ["model", "chi2_reduced"], report)
    else { return nil }
    setting.check(models, in: "model", of: fits, "model", report)
    let known = fits.words(of: "model")
    let chosen = models.isEmpty ? Array(known.prefix(Paint.most)) : models.map(\.value)
    return .members([
      "name": .string(title), "table": .string(fits.name),
      "where": .all([
        "chi2_reduced > 0",
        models.isEmpty && known.count <= Paint.most ? nil : .condition("model", among: chosen),
        condition.map { .string("(\($0.canonicalText))") },
      ]),
      "x": "chi2_reduced", "scale": ["x": "log"], "domain": ["y": [0, 1]],
      "label": ["y": "part of the fits"], "height": 130,
      "layers": [
        ["mark": "rule", "x": 1, "paint": "ink3"],
        ["mark": "line", "summary": "share", "colour": "model"],
      ],
    ])
  }
}
