package import Support

/// The `posterior` of a spec: that the posterior of every fit is sampled, and how.
package struct PosteriorSettings: Keyed {
  /// The most draws that may be asked for.
  private static let mostDraws = 1_000_000

  package static let keys: [ObjectKey<Self>] = [
    .value("seed", \.seed, .integer(from: 0), "the seed of the draws"),
    .value(
      "draws", \.draws, .integer(in: 1...mostDraws), "how many draws of equal weight there are"),
    .value("method", \.method, JSONType.choice("sampler").located, "how the posterior is sampled"),
    .value(
      "derive", \.derive, derived,
      "numbers that follow from the quantities, each a name and an expression: "
        + "{\"m200\": \"100 * v200^3 / (const.g * const.h0)\"}"),
  ]

  /// The seed of the draws.
  package private(set) var seed = 1
  /// How many draws of equal weight there are.
  package private(set) var draws = 1000
  /// How the posterior is sampled.
  package private(set) var method = Located(SamplerMethod.importance, at: .nowhere)
  /// Numbers that follow from the quantities, by name: their order is that of tables, and does not
  /// follow the file.
  package private(set) var derive: [JSONType<Expression>.Entry] = []

  package init() {}

  private static let derived = JSONType<Expression>.expression.map.atMost(100).map {
    entries, _, _ in
    entries.sorted { $0.key.value.utf8.lexicographicallyPrecedes($1.key.value.utf8) }
  }

  package func check(_ given: GivenKeys<Self>, _ report: InputReport) {
    for entry in derive where !entry.key.value.isColumnName {
      report.error(
        "'\(entry.key.value)' cannot name a quantity", at: entry.key.place,
        help: String.columnNameRule)
    }
  }
}
