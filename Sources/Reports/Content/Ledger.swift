import Tables

/// What is doubtful in the tables of a run.
struct Ledger {
  let doubts: [Doubt]

  /// Reads the statuses, bounds, reasons and edges of the tables that results first stand in.
  ///
  /// Filters and choices copy statuses from fits, which tells nothing new.
  init(_ subject: ReportSubject) {
    let tables = subject.tables.all
    var doubts: [Doubt] = []
    for table in tables where Self.isFirst(table) {
      for kind in Doubt.Kind.allCases where kind != .edge {
        let groups = Self.groups(of: kind, in: table)
        if !groups.isEmpty {
          doubts.append(
            Doubt(kind: kind, table: table.name, total: table.rowCount, groups: groups))
        }
      }
    }
    for table in tables {
      let groups = Self.edges(of: table)
      if !groups.isEmpty {
        doubts.append(Doubt(kind: .edge, table: table.name, total: table.rowCount, groups: groups))
      }
    }
    let order = Doubt.Kind.allCases
    self.doubts = order.flatMap { kind in doubts.filter { $0.kind == kind } }
  }

  /// The kinds of which there are none.
  var absent: [Doubt.Kind] {
    Doubt.Kind.allCases.filter { kind in !doubts.contains { $0.kind == kind } }
  }

  /// Fits, offsets, and the optima of searches.
  private static func isFirst(_ table: Table) -> Bool {
    [TableName.fits, TableName.offsets].contains(table.name) || isSearched(table)
  }

  /// Whether a table has the statuses of optima, which tell where a search ended.
  private static func isSearched(_ table: Table) -> Bool {
    table.schema.words(of: "status").contains("no_zero")
  }

  private static func groups(of kind: Doubt.Kind, in table: Table) -> [Doubt.Group] {
    let hasStatus = table.schema["status"] != nil
    let rows =
      hasStatus
      ? kind.statuses.flatMap { table.rows(where: "status", is: $0) }.sorted()
      : kind == .refused
        ? (0..<table.rowCount).filter { !table.text(row: $0, of: "reason").isEmpty }
        : []
    return grouped(rows, of: table) { row in
      let what =
        switch kind {
        case .bound:
          ["bound", "at_bound"].map { table.text(row: row, of: $0) }.filter { !$0.isEmpty }
            .prefix(1).joined()
        case .refused: table.text(row: row, of: "reason")
        case .zeros:
          table.text(row: row, of: "status") == "no_zero" ? "no zero" : "several zeros"
        default: ""
        }
      let model = table.text(row: row, of: "model")
      return [model, what].filter { !$0.isEmpty }.joined(separator: ": ")
    }
  }

  /// The rows of a choice that lie at an end of an axis.
  private static func edges(of table: Table) -> [Doubt.Group] {
    guard !isSearched(table), table.schema["at_bound"]?.vocabulary != nil else { return [] }
    let rows = (0..<table.rowCount).filter { !table.text(row: $0, of: "at_bound").isEmpty }
    return grouped(rows, of: table) { table.text(row: $0, of: "at_bound") }
  }

  private static func grouped(
    _ rows: [Int], of table: Table, by label: (Int) -> String
  ) -> [Doubt.Group] {
    var order: [String] = []
    var members: [String: (count: Int, names: [String], known: Set<String>)] = [:]
    for row in rows {
      let key = label(row)
      if members[key] == nil { order.append(key) }
      let name = name(of: row, in: table)
      var group = members[key] ?? (0, [], [])
      group.count += 1
      if !name.isEmpty, group.known.insert(name).inserted { group.names.append(name) }
      members[key] = group
    }
    return order.compactMap { key in
      members[key].map { Doubt.Group(label: key, count: $0.count, names: $0.names) }
    }
  }

  /// The galaxy of a row, or the values of its keys.
  private static func name(of row: Int, in table: Table) -> String {
    let galaxy = table.text(row: row, of: "galaxy")
    if !galaxy.isEmpty { return galaxy }
    return table.schema.keys.filter { $0 != "model" && !table.schema.constants.contains($0) }
      .map { "\($0) \(table.text(row: row, of: $0))" }.joined(separator: " ")
  }
}
