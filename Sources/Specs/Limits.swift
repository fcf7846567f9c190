package import Support

/// How large a plan may be, and how many of its units may be refused.
package struct Limits: Keyed {
  package static let keys: [ObjectKey<Self>] = [
    .value("units", \.units, .integer(from: 1), "the largest number of units"),
    .value(
      "refused", \.refused, JSONType.integer(from: 0).optional,
      "how many refused units are tolerated; null for any number"),
  ]

  /// The largest number of units.
  package private(set) var units = 1_000_000
  /// How many refused units are tolerated; `nil` for any number.
  package private(set) var refused: Int?

  package init() {}
}
