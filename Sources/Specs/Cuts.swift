package import Support

/// The rules that decide what belongs to the sample.
package struct Cuts: Keyed {
  package static let keys: [ObjectKey<Self>] = [
    .value("galaxies", \.galaxies, rules, "rules over catalogue columns; a galaxy must meet all"),
    .value("points", \.points, rules, "rules over curve columns; a point must meet all"),
    .optional(
      "only", \.named, names,
      "the galaxies that take part, or the name of a file that has one a line"),
  ]

  /// Rules, without those that have a mistake.
  private static let rules = JSONType.expression.tolerant.list.atMost(1_000).map {
    rules, node, report in
    let read = zip(rules, node.elements).compactMap { rule, element in
      rule.map { ($0, Located($0.canonicalText, at: element.place)) }
    }
    return report.distinct(read, "rule")
  }

  /// Rules over catalogue columns; a galaxy must satisfy all.
  package private(set) var galaxies: [Expression] = []
  /// Rules over curve columns; a point must satisfy all.
  package private(set) var points: [Expression] = []

  /// The galaxies that take part, sorted; all where none is named.
  package var only: [Located<String>] { named.asList.flatMap(\.self) }
  private var named: [Located<String>]?

  /// The names of galaxies; the file that a spec may name in their place is read before.
  private static let names = JSONType<[Located<String>]>(
    schema: [
      "anyOf": [
        [
          "type": "array", "items": ["type": "string"], "minItems": 1, "maxItems": 100_000,
          "uniqueItems": true,
        ], ["type": "string", "minLength": 1],
      ]
    ], words: "list of names, or name of a file"
  ) { node, report in
    guard node.array != nil else {
      report.error(
        "expected a list of galaxies, not \(node.kind)", at: node.place,
        help: #"write ["DDO154", "NGC2403"], or the name of a file that has one a line"#)
      return nil
    }
    let type = JSONType<String>.string.located.list.atMost(100_000).distinct("galaxy")
    guard let names = type.read(node, report) else { return nil }
    if names.isEmpty {
      report.error("the list names no galaxy", at: node.place, help: "leave 'only' out for all")
    }
    return names.sorted { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
  }

  package init() {}

  package init(galaxies: [Expression], points: [Expression] = []) {
    self.galaxies = galaxies
    self.points = points
  }
}
