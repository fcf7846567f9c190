import Support
import Tables

/// How the rows of a table are sorted into groups: by the cell, by columns, conditions or quantiles.
package struct Grouping: Sendable {
  let terms: [GroupTerm]
  /// The columns that also tell groups apart; `nil` for the axes of the grid.
  let per: [Located<String>]?
  /// The cell at which conditions and quantiles are judged for every cell; `nil` for each its own.
  let fixedAt: CellChoice?

  static let by = JSONKey(
    "by", GroupTerm.listType,
    "columns to group by, named conditions, or quantiles: {\"type\": {\"early\": \"hubble_type < 3\"}}"
  )

  static let per = JSONKey(
    "per",
    JSONType<[Located<String>]?>(
      schema: ["anyOf": [["const": "cell"], ["type": "array", "items": ["type": "string"]]]]
    ) { node, report in
      if node.string == "cell" { return .some(nil) }
      return JSONType<String>.string.located.list.read(node, report).map { .some($0) }
    }, "what every group lies within: \"cell\" (the default), or a list of columns")

  static let groupsAt = JSONKey(
    "groups_at", CellChoice.type,
    "the cell at which conditions and quantiles are judged, like {\"upsilon_disk\": 0.5}")

  init(_ object: JSONObject, fixedAt: CellChoice? = nil) {
    self.init(
      terms: object[Self.by] ?? [], per: object[Self.per] ?? nil, fixedAt: fixedAt)
  }

  init(terms: [GroupTerm], per: [Located<String>]?, fixedAt: CellChoice? = nil) {
    self.terms = terms
    self.per = per
    self.fixedAt = fixedAt
  }

  /// Checks the grouping.
  ///
  /// - Returns: The columns that tell the groups apart, axes first.
  func keys(of table: TableSchema, _ schemas: SchemaSet, _ report: InputReport) -> [ColumnSchema] {
    var columns: [ColumnSchema] = []
    if let per {
      for name in per {
        guard let column = table.column(name, report) else { continue }
        if columns.contains(column) {
          report.error("column '\(name.value)' stands twice", at: name.place, help: "remove one")
        } else {
          columns.append(column)
        }
      }
    } else {
      columns += table.axes.compactMap { table[$0] }
    }
    for term in terms {
      guard let column = term.check(table, schemas, report) else { continue }
      let isThere = columns.contains { $0.name == column.name }
      if isThere, term.isJudged {
        report.error(
          "two groupings are called '\(column.name)'", at: term.place,
          help: "call one something else")
      }
      if !isThere { columns.append(column) }
    }
    fixedAt?.check(table, report)
    return columns
  }

  /// Sorts the rows.
  ///
  /// - Parameters:
  ///   - table: The table to group.
  ///   - tables: The tables that conditions may look into.
  ///   - rows: The rows that take part.
  ///   - reference: The same table at the cell where groups are fixed, with the tables that go with it
  ///     and the rows that take part there; `nil` where every cell judges for itself.
  /// - Returns: The groups with their keys; a row may be in several where quantile bins overlap.
  func groups(
    of table: Table, _ tables: TableSet, among rows: [Int],
    fixedBy reference: (table: Table, tables: TableSet, rows: [Int])? = nil
  ) -> RowGroups {
    var columns = (per?.map(\.value) ?? table.schema.axes).compactMap { table[$0] }
    var seen = Set(per?.map(\.value) ?? table.schema.axes)
    for case .column(let name) in terms where seen.insert(name.value).inserted {
      if let column = table[name.value] { columns.append(column) }
    }
    var groups = RowGroups(by: columns, among: rows)
    for term in terms where term.isJudged {
      groups = groups.split { members in
        guard let reference else { return term.members(of: table, tables, among: members) }
        let chosen = term.members(
          of: reference.table, reference.tables, among: reference.rows)
        return GroupTransfer.members(chosen, of: reference.table, to: table, among: members)
      }
    }
    return groups
  }

  /// The axes among the columns that tell the groups apart.
  func axes(of table: TableSchema) -> [String] {
    per == nil
      ? table.axes : table.axes.filter { axis in (per ?? []).contains { $0.value == axis } }
  }

  /// The tables that conditions and quantiles look into.
  var mentionedTables: [String] { terms.flatMap(\.mentionedTables) }

  var resolved: [JSONValue.Member] {
    [
      .init("by", .array(terms.map(\.resolved))),
      .init("per", per.map { .array($0.map { .string($0.value) }) } ?? "cell"),
    ] + (fixedAt.map { [.init("groups_at", $0.resolved)] } ?? [])
  }
}
