package import Support
package import Tables

/// Every analysis step.
///
/// The order of the lines is that of the documentation: what a spec computes does not depend on it.
package enum AnalysisCatalogue {
  /// The steps in the order of the documentation; a test may put them into another one.
  @TaskLocal package static var all: [any Analysis.Type] = [
    DeriveStep.self,
    FilterStep.self,
    SummarizeStep.self,
    CompareStep.self,
    SelectStep.self,
    RegressStep.self,
    CorrelateStep.self,
    OptimizeStep.self,
    PointsStep.self,
  ]

  static let name = JSONKey(
    "name", JSONType<String>.string.located, required: true, "what the step's table is called")

  /// One step of a spec, told by the one verb among its keys.
  package static let type = JSONType<any Analysis>(
    schema: [
      "anyOf": .array(
        all.sorted { $0.verb < $1.verb }.map { JSONObject.schema(of: [name] + $0.keys) })
    ]
  ) { node, report in
    guard let members = node.members else {
      report.error("expected an analysis step, not \(node.kind)", at: node.place)
      return nil
    }
    let verbs = all.map { $0.verb }.sorted()
    let steps = all.filter { step in members.contains { $0.key == step.verb } }
    guard let step = steps.first, steps.count == 1 else {
      if let extra = members.filter({ verbs.contains($0.key) }).dropFirst().first {
        report.error(
          "this analysis has more than one step", at: extra.keyPlace,
          help: "give each a name and a table of its own")
        return nil
      }
      let slip = members.lazy.compactMap { member in
        verbs.nearest(to: member.key).map { (member, "did you mean '\($0)'?") }
      }.first
      report.error(
        "this analysis has no step", at: slip?.0.keyPlace ?? JSONObject.opening(of: node),
        help: slip?.1 ?? "give one of \(verbs.joined(separator: ", "))")
      return nil
    }
    guard let object = JSONObject(node, keys: [name] + step.keys, report) else { return nil }
    let name = object[name]
    let isNamed = name.map { checkName($0, report) } ?? false
    // Its other mistakes are told in the same go.
    let made = step.init(object, name: name ?? Located("", at: node.place), report)
    return isNamed ? made : nil
  }

  private static func checkName(_ name: Located<String>, _ report: InputReport) -> Bool {
    if name.value.isColumnName { return true }
    report.error(
      "'\(name.value)' cannot name a table", at: name.place,
      help: "use letters, digits and '_', starting with a letter")
    return false
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
      let made = step.makes(from: schemas, report)
      if made.isEmpty { schemas.addUnsure(step.name.value) }
      for schema in made { checkColumns(of: schema, step.name.place, report) }
      schemas.add(made)
    }
  }

  /// Refuses a table with two columns of one name.
  private static func checkColumns(
    of schema: TableSchema, _ place: Place, _ report: InputReport
  ) {
    var seen: Set<String> = []
    for column in schema.columns where !seen.insert(column.name).inserted {
      report.error("table '\(schema.name)' would have two columns '\(column.name)'", at: place)
    }
  }
}
