package import Support

/// How large a plan may be, and how many of its units may be refused.
package struct Limits: Sendable {
  /// The largest number of units.
  package let units: Int
  /// How many refused units are tolerated; `nil` for any number.
  package let refused: Int?

  package init(units: Int = 1_000_000, refused: Int? = nil) {
    self.units = units
    self.refused = refused
  }

  package var resolved: JSONValue {
    ["units": .number(Double(units)), "refused": refused.map { .number(Double($0)) } ?? .null]
  }

  private static let unitsKey = JSONKey(
    "units", JSONType<Int>.integer(from: 1), "the largest number of units, 1,000,000 by default")
  private static let refusedKey = JSONKey(
    "refused", JSONType<Int>.integer(from: 0).optional,
    "how many refused units are tolerated; without it, any number")
  private static let keys: [any JSONKeyDeclaration] = [unitsKey, refusedKey]

  static let type = JSONType<Limits>(schema: JSONObject.schema(of: keys)) { node, report in
    JSONObject(node, keys: keys, report).map { object in
      Limits(units: object[unitsKey] ?? Limits().units, refused: object[refusedKey] ?? nil)
    }
  }
}
