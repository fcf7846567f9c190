package import Support

/// The rules that decide what belongs to the sample.
package struct Cuts: Sendable {
  /// Rules over catalogue columns; a galaxy must satisfy all.
  package let galaxies: [Expression]
  /// Rules over curve columns; a point must satisfy all.
  package let points: [Expression]

  package init(galaxies: [Expression] = [], points: [Expression] = []) {
    self.galaxies = galaxies
    self.points = points
  }

  package var resolved: JSONValue {
    [
      "galaxies": .array(galaxies.map { .string($0.canonicalText) }),
      "points": .array(points.map { .string($0.canonicalText) }),
    ]
  }

  private static let galaxiesKey = JSONKey(
    "galaxies", JSONType<Expression>.expression.tolerant.list, "rules over catalogue columns")
  private static let pointsKey = JSONKey(
    "points", JSONType<Expression>.expression.tolerant.list, "rules over curve columns")
  private static let keys: [any JSONKeyDeclaration] = [galaxiesKey, pointsKey]

  static let type = JSONType<Cuts>(schema: JSONObject.schema(of: keys)) { node, report in
    JSONObject(node, keys: keys, report).map { object in
      let (galaxies, points) = (object[galaxiesKey] ?? [], object[pointsKey] ?? [])
      return Cuts(galaxies: galaxies.compactMap(\.self), points: points.compactMap(\.self))
    }
  }
}
