import Support

/// The two models of a comparison.
struct ModelPair: Resolvable {
  var first = Located("")
  var second = Located("")

  var both: [Located<String>] { [first, second] }

  var resolved: JSONValue { both.resolved }

  static let type = JSONType.string.located.list.map { names, node, report -> ModelPair? in
    if names.count == 2, names[0].value != names[1].value {
      return ModelPair(first: names[0], second: names[1])
    }
    report.error("a comparison needs two different models", at: node.place)
    return nil
  }
}
