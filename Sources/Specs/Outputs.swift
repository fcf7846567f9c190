package import Support

/// What a run leaves besides its record.
package struct Outputs: Keyed {
  package static let keys: [ObjectKey<Self>] = [
    .value(
      "tables", \.tables, JSONType.string.located.list.distinct("table").atMost(10_000).optional,
      "the tables to write; null for all"),
    .value(
      "figures", \.figures, JSONType.string.located.list.distinct("figure").atMost(1_000),
      "the figures to draw"),
  ]

  /// The tables to write; `nil` for all.
  package private(set) var tables: [Located<String>]?
  /// The figures to draw, as written.
  package private(set) var figures: [Located<String>] = []

  package init() {}
}
