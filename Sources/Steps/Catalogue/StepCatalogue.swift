package import Support
package import Tables

/// Every step.
///
/// The order of the lines is that of the documentation: what a spec computes does not depend on it.
package enum StepCatalogue {
  /// The steps in the order of the documentation; a test may put them into another one.
  @TaskLocal package static var all: [any Step.Type] = [
    DeriveStep.self,
    FilterStep.self,
    SummarizeStep.self,
    CompareStep.self,
    SelectStep.self,
    RegressStep.self,
    CorrelateStep.self,
    OptimizeStep.self,
    PointsStep.self,
    CurvesStep.self,
  ]

  /// How many steps a spec may have.
  package static let most = 1_000

  /// How many columns a table may have.
  private static let mostColumns = 2_000

  /// Every step with its keys, for help and reference pages.
  package static var reference: [StepReference] { all.map { $0.reference } }

  /// One step of a spec, told by the one key among its members that selects a step.
  package static let type = JSONType<any Step>(
    schema: ["anyOf": .array(all.sorted { $0.key < $1.key }.map { $0.schema })], words: "step"
  ) { node, report in
    guard let members = node.members else {
      report.error("expected an analysis step, not \(node.kind)", at: node.place)
      return nil
    }
    let keys = all.map { $0.key }
    let steps = all.filter { step in members.contains { $0.key == step.key } }
    guard let step = steps.first, steps.count == 1 else {
      if let extra = members.filter({ keys.contains($0.key) }).dropFirst().first {
        report.error(
          "this analysis has more than one step", at: extra.keyPlace,
          help: "give each a name and a table of its own")
        return nil
      }
      let slip = members.prefix(20).lazy.compactMap { member in
        keys.nearest(to: member.key).map { (member, "did you mean '\($0)'?") }
      }.first
      report.error(
        "this analysis has no step", at: slip?.0.keyPlace ?? JSONObject.opening(of: node),
        help: slip?.1 ?? "give one of \(keys.joined(separator: ", "))")
      return nil
    }
    // Whatever its name, all mistakes are told in one go.
    let isNamed = node["name"].map { checkName($0, report) } ?? false
    let made = step.made(node, report)
    return isNamed ? made : nil
  }

  private static func checkName(_ node: JSONNode, _ report: InputReport) -> Bool {
    guard let name = node.string, !name.isColumnName else { return node.string != nil }
    report.error(
      "'\(name)' cannot name a table", at: node.place,
      help: String.columnNameRule)
    return false
  }

  /// Checks a list of steps, each against the tables made before it.
  ///
  /// - Parameters:
  ///   - steps: The steps in their order.
  ///   - schemas: The tables that exist before the first; grows with what the steps make.
  ///   - report: Receives the mistakes.
  package static func check(
    _ steps: [any Step], _ schemas: inout SchemaSet, _ report: InputReport
  ) {
    // On many systems a file is the same in small and capital letters.
    var names = Dictionary(
      schemas.names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    for step in steps {
      let name = step.name.value
      if let other = names[name.lowercased()] {
        report.error(
          other == name
            ? "there is a table '\(name)' already"
            : "there is a table '\(other)' already, which differs in case only",
          at: step.name.place, help: "call this one something else")
        continue
      }
      names[name.lowercased()] = name
      var made = step.makes(from: schemas, report)
      if made.contains(where: { $0.columns.count > mostColumns }) {
        report.error(
          "table '\(name)' would have more than \(mostColumns.grouped) columns", at: step.name.place
        )
        made = []
      }
      if made.isEmpty { schemas.addUnsure(step.name.value) }
      for schema in made { checkColumns(of: schema, step.name.place, report) }
      // Columns that are not known yet may be in what is made of them.
      let isOpen = schemas[step.input.value]?.isOpen ?? false
      schemas.add(isOpen ? made.map { $0.opened() } : made)
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

extension Step {
  fileprivate static var schema: JSONValue { type.schema }

  /// Reads the step.
  fileprivate static func made(_ node: JSONNode, _ report: InputReport) -> (any Step)? {
    Self(node, report)
  }
}
