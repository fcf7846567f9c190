package import Support

/// What a run leaves besides its record.
package struct Outputs: Sendable {
  /// The tables to write; `nil` for all.
  package let tables: [Located<String>]?
  /// The figures to draw, as written.
  package let figures: [Located<String>]

  package init(tables: [Located<String>]? = nil, figures: [Located<String>] = []) {
    self.tables = tables
    self.figures = figures
  }

  private static let tablesKey = JSONKey(
    "tables", JSONType<String>.string.located.list.optional, "the tables to write; all by default")
  private static let figuresKey = JSONKey(
    "figures", JSONType<String>.string.located.list, "the figures to draw")
  private static let keys: [any JSONKeyDeclaration] = [tablesKey, figuresKey]

  static let type = JSONType<Outputs>(schema: JSONObject.schema(of: keys)) { node, report in
    JSONObject(node, keys: keys, report).map { object in
      Outputs(tables: object[tablesKey] ?? nil, figures: object[figuresKey] ?? [])
    }
  }
}
