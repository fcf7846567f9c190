package import Support

/// The rules that decide what belongs to the sample.
package struct Cuts: Keyed {
  package static let keys: [ObjectKey<Self>] = [
    .value("galaxies", \.galaxies, rules, "rules over catalogue columns; a galaxy must meet all"),
    .value("points", \.points, rules, "rules over curve columns; a point must meet all"),
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

  package init() {}

  package init(galaxies: [Expression], points: [Expression] = []) {
    self.galaxies = galaxies
    self.points = points
  }
}
