package import Figures
package import Support

/// What a run leaves besides its record; none of it but the choice of tables determines results.
package struct Outputs: Keyed {
  package static let keys: [ObjectKey<Self>] = [
    .value(
      "tables", \.tables, JSONType.string.located.list.distinct("table").atMost(10_000).optional,
      "the tables to write; null for all"),
    .value(
      "figures", \.figures,
      FigureRequest.type.list.atMost(FigureRequest.most).distinctFigures,
      "the figures to draw: named ones by their word, others in the grammar"),
    .optional(
      "inputs", \.inputs, .boolean,
      "whether the run keeps the user's own files, up to 200 of together 20 MB; true"),
    .optional(
      "report", \.report, .boolean,
      "whether the run gets a page to look at, report.html; false"),
  ]

  /// The tables to write; `nil` for all.
  package private(set) var tables: [Located<String>]?
  /// The figures to draw, as written.
  package private(set) var figures: [FigureRequest] = []
  /// Whether the run keeps the user's own files beside its record; `nil` for yes.
  package private(set) var inputs: Bool?

  /// Whether the run gets a report beside its record; `nil` for no.
  package private(set) var report: Bool?

  package init() {}
}
