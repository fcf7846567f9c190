package import Support
import Tables

/// How the rows of a table are sorted into groups: by the cell, by columns, conditions or
/// quantiles.
package struct Grouping: Keyed {
  package static let keys: [ObjectKey<Self>] = [by, per, groupsAt]

  static let by: ObjectKey<Self> = .value(
    "by", \.terms, GroupTerm.listType.atMost(100),
    "columns to group by, named conditions, or quantiles: "
      + "{\"type\": {\"early\": \"hubble_type < 3\"}}"
  )
  static let per: ObjectKey<Self> = .value(
    "per", \.per, GroupSpan.type.atMost(100),
    "what every group lies within: the cell of the grid, or the values of a list of columns")
  static let groupsAt: ObjectKey<Self> = .optional(
    "groups_at", \.fixedAt, CellChoice.type,
    "the cell at which conditions and quantiles are judged, like {\"upsilon_disk\": 0.5}; "
      + "without it, every cell judges for itself"
  )

  private(set) var terms: [GroupTerm] = []
  /// The columns that also tell groups apart.
  private(set) var per = GroupSpan.cell
  /// The cell at which conditions and quantiles are judged for every cell; `nil` for each its own.
  private(set) var fixedAt: CellChoice?

  package init() {}

  /// Starts with groups that lie within something.
  init(per: GroupSpan) {
    self.per = per
  }

  /// The keys of a grouping in a step.
  static func settings<Owner: Step>(
    _ path: any WritableKeyPath<Owner, Grouping> & Sendable
  ) -> [ObjectKey<Owner>] {
    [by.within(path), per.within(path)]
  }

  /// Whether groups are the cells of the grid and nothing else.
  var isOfCells: Bool {
    guard case .cell = per else { return false }
    return terms.isEmpty && fixedAt == nil
  }

  /// A column that tells groups apart.
  private struct KeyColumn {
    let schema: ColumnSchema
    /// What rows are judged by; `nil` where they are compared by a column of their own.
    let judge: GroupTerm?
  }

  /// The columns that tell the groups apart, axes first, each once.
  private func keyColumns(of table: TableSchema) -> [KeyColumn] {
    let own = per.names(in: table).distinct.compactMap { table[$0] }
    var columns = own.map { KeyColumn(schema: $0, judge: nil) }
    for term in terms where !columns.contains(where: { $0.schema.name == term.name }) {
      guard let schema = term.column(in: table) else { continue }
      columns.append(KeyColumn(schema: schema, judge: term.isJudged ? term : nil))
    }
    return columns
  }

  /// The columns that tell the groups apart, in the order of a key of
  /// ``groups(of:_:among:_:fixedBy:)``.
  func columns(of table: TableSchema) -> [ColumnSchema] {
    keyColumns(of: table).map(\.schema)
  }

  /// The names of the columns of a table that the grouping looks at, besides those in
  /// expressions.
  func columnNames(of table: TableSchema) -> [String] {
    keyColumns(of: table).filter { $0.judge == nil }.map(\.schema.name)
  }

  /// Whether no group reaches beyond a cell, and none is judged by the rows of others.
  func isWithinCells(of table: TableSchema) -> Bool {
    let names = columnNames(of: table)
    let varying = table.axes.filter { !table.constants.contains($0) }
    return fixedAt == nil && !terms.contains(where: \.isJudged)
      && varying.allSatisfy(names.contains)
  }

  /// Checks the grouping against the table it sorts.
  func check(_ table: TableSchema, _ schemas: SchemaSet, _ report: InputReport) {
    var seen: Set<String> = []
    switch per {
    case .cell: seen = Set(table.axes)
    case .columns(let names):
      for name in names where table.column(name, report) != nil { seen.insert(name.value) }
    }
    for term in terms {
      term.check(table, schemas, report)
      let isKnown = term.isJudged || table[term.name] != nil
      if isKnown, !seen.insert(term.name).inserted, term.isJudged {
        report.error(
          "two groupings are called '\(term.name)'", at: term.place,
          help: "call one something else")
      }
    }
    let groups = terms.map(\.countOfParts).reduce(1.0, *)
    if groups > Double(Self.mostGroups), let last = terms.last(where: \.isJudged) {
      report.error(
        "conditions and quantiles make more than \(Self.mostGroups.grouped) groups of each cell",
        at: last.place, help: "group by fewer, or into fewer bins")
    }
    fixedAt?.check(table, report)
  }

  /// How many groups the conditions and quantiles may make of a cell together.
  private static let mostGroups = 100_000

  /// Sorts the rows.
  ///
  /// Every group that the table has is there, also where none of its rows takes part, and so is
  /// every cell from which filters took all rows, where nothing but the cell, conditions and
  /// quantiles tells groups apart.
  ///
  /// - Parameters:
  ///   - table: The table to group.
  ///   - tables: The tables that conditions may look into.
  ///   - rows: The rows that take part.
  ///   - context: Tells the cells behind the table.
  ///   - reference: The same table at the cell where groups are fixed, with the tables that go with
  ///     it and the rows that take part there; `nil` where every cell judges for itself.
  /// - Returns: The groups with their keys; a row may be in several where quantile bins overlap.
  func groups(
    of table: Table, _ tables: TableSet, among rows: [Int], _ context: StepContext,
    fixedBy reference: (table: Table, tables: TableSet, rows: [Int])? = nil
  ) -> GroupedRows {
    let columns = keyColumns(of: table.schema)
    let compared = columns.filter { $0.judge == nil }.map(\.schema.name)
    var takesPart = [Bool](repeating: false, count: table.rowCount)
    for row in rows { takesPart[row] = true }
    var groups = RowGroups(by: compared.map(table.values), among: 0..<table.rowCount)
      .keeping { takesPart[$0] }
    if compared == table.schema.axes {
      groups = groups.spread(over: context.cells(behind: table, tables))
    }
    var notes: [String] = []
    for (place, column) in columns.enumerated() {
      guard let term = column.judge else { continue }
      var account = GroupAccount(term, isFixed: reference != nil)
      if let reference {
        let chosen = term.divider(of: reference.table, reference.tables)(reference.rows)
        account.judge(chosen)
        groups = groups.split(keyAt: place) { members in
          account.sort(
            members,
            into: GroupTransfer.members(
              chosen.rows, of: reference.table, to: table, among: members))
        }
      } else {
        let divide = term.divider(of: table, tables)
        groups = groups.split(keyAt: place) { members in
          let parts = divide(members)
          account.judge(parts)
          return account.sort(members, into: parts.rows)
        }
      }
      notes += account.notes
    }
    return GroupedRows(groups: groups, notes: notes)
  }

  /// The axes among the columns that tell the groups apart.
  func axes(of table: TableSchema) -> [String] {
    let names = per.names(in: table)
    return table.axes.filter(names.contains)
  }
}
