package import Support

/// Every analysis step, in the order of the documentation.
package enum AnalysisCatalogue {
  package static let all: [any Analysis.Type] = [
    DeriveStep.self,
    FilterStep.self,
    SummarizeStep.self,
    CompareStep.self,
    SelectStep.self,
    RegressStep.self,
  ]

  static let name = JSONKey(
    "name", JSONType<String>.string.located, required: true, "what the step's table is called")

  /// One step of a spec, told by the one verb among its keys.
  static let type = JSONType<any Analysis>(
    schema: [
      "anyOf": .array(all.map { JSONObject.schema(of: [name] + $0.keys) })
    ]
  ) { node, report in
    guard let members = node.members else {
      report.error("expected an analysis step, not \(node.kind)", at: node.place)
      return nil
    }
    let verbs = all.map { $0.verb }
    let steps = all.filter { step in members.contains { $0.key == step.verb } }
    guard let step = steps.first, steps.count == 1 else {
      let keys = members.map(\.key)
      let near = keys.lazy.compactMap { key in verbs.nearest(to: key).map { (key, $0) } }.first
      report.error(
        steps.isEmpty
          ? "this analysis has no step" : "this analysis has more than one step",
        at: members.first?.keyPlace ?? node.place,
        help: near.map { "did you mean '\($0.1)' for '\($0.0)'?" }
          ?? "give one of \(verbs.joined(separator: ", "))")
      return nil
    }
    guard let object = JSONObject(node, keys: [name] + step.keys, report),
      let name = object[name]
    else { return nil }
    guard name.value.utf8.allSatisfy(\.isWordByte), name.value.utf8.first?.isDigit == false else {
      report.error(
        "'\(name.value)' cannot name a table", at: name.place,
        help: "use letters, digits and '_', starting with a letter")
      return nil
    }
    return step.init(object, name: name, report)
  }

  /// Checks a list of steps, each against the tables made before it.
  ///
  /// - Parameters:
  ///   - steps: The steps in their order.
  ///   - schemas: The tables that exist before the first; grows with what the steps make.
  ///   - report: Receives the mistakes.
  package static func check(
    _ steps: [any Analysis], _ schemas: inout SchemaSet, _ report: InputReport
  ) {
    for step in steps {
      if schemas[step.name.value] != nil {
        report.error(
          "there is a table '\(step.name.value)' already", at: step.name.place,
          help: "call this one something else")
        continue
      }
      schemas.add(step.makes(from: schemas, report))
    }
  }
}

extension SchemaSet {
  /// The table a step reads; a mistake in the report if there is none.
  func reading(_ name: Located<String>, _ report: InputReport) -> TableSchema? {
    if let schema = self[name.value] { return schema }
    report.error(
      "unknown table '\(name.value)'", at: name.place, help: names.advice(for: name.value))
    return nil
  }
}

extension TableSchema {
  /// A column of this table; a mistake in the report if there is none.
  func column(_ name: Located<String>, _ report: InputReport) -> ColumnSchema? {
    if let column = self[name.value] { return column }
    report.error(
      "table '\(self.name)' has no column '\(name.value)'", at: name.place,
      help: columns.map(\.name).advice(for: name.value))
    return nil
  }
}
