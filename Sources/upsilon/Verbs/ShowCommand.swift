import Console
import Records
import Runs
import Support
import Tables

/// `upsilon show`: a run, or one of its tables.
enum ShowCommand: Command {
  static let run = Positional<String>(
    "run", "A run: its folder, a prefix of its hash, or its name (the latest).")
  static let table = Positional<String?>("table", "One of its tables.")
  static let condition = Option<String?>("where", "EXPR", "Only the rows that meet a condition.")
  static let columns = Option<String?>("columns", "A,B,…", "Only these columns.")
  static let rows = Option<PositiveInteger?>("rows", "N", "Show at most N rows.")
  static let digits = Option<PositiveInteger>(
    "digits", "N", default: PositiveInteger(6), "Significant digits.")
  static let json = Flag("json", "Print JSON instead of text.")

  static let name = "show"
  static let summary = "Show a run, or the rows of one of its tables."
  static let parameters: [any Parameter] = [
    run, table, condition, columns, rows, digits, Workspace.runs, json,
  ]
  static let examples = [
    "show quickstart",
    "show quickstart fits --where \"chi2_reduced < 10\" --columns upsilon_disk,model,bic",
    "show 7dd8ee fits --json",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let store = try Workspace.store(arguments)
    let run = try store.run(meant: arguments[run])
    guard let name = arguments[table] else {
      if let option = tableOption(arguments) {
        throw InputRejected(
          "'--\(option)' needs a table to look into", help: "name one of \(tableNames(run))")
      }
      if arguments[json] {
        terminal.json(run.manifest.json)
      } else {
        terminal.out(overview(run).joined(separator: "\n"))
      }
      return .done
    }
    guard var table = try run.table(name) else {
      throw InputRejected(
        "run '\(run.name)' has no table '\(name)'",
        help: run.manifest.tables.map(\.name).advice(for: name))
    }
    table = try filtered(table, run, arguments)
    let chosen = try columnNames(arguments, table)
    if arguments[json] {
      let count = min(table.rowCount, arguments[rows]?.value ?? .max)
      let first = table.keeping(Array(0..<count), as: table.name)
      let shown = chosen.map { choose($0, of: first) } ?? first
      terminal.json(TableJSON.rows(of: shown))
      return .done
    }
    let view = TableView(table: table, digits: min(arguments[digits].value, 17), columns: chosen)
    terminal.out(
      view.lines(width: terminal.outputWidth, maximumRows: arguments[rows]?.value, indent: 0)
        .joined(separator: "\n"))
    return .done
  }

  /// The first option given that says something about a table.
  private static func tableOption(_ arguments: Arguments) -> String? {
    if arguments[condition] != nil { return condition.name }
    if arguments[columns] != nil { return columns.name }
    return arguments[rows] != nil ? rows.name : nil
  }

  private static func tableNames(_ run: StoredRun) -> String {
    run.manifest.tables.map(\.name).joined(separator: ", ")
  }

  private static func filtered(
    _ table: Table, _ run: StoredRun, _ arguments: Arguments
  ) throws -> Table {
    guard let text = arguments[condition] else { return table }
    let report = InputReport()
    let expression = Expression(parsing: SourceText(name: "--where", text: text), report)
    try report.check()
    var others = TableSet()
    for entry in run.manifest.tables where entry.name != table.name {
      if needs(entry.name, expression, table), let other = try run.table(entry.name) {
        others.add([other])
      }
    }
    expression?.check(
      in: TableNames(table.schema, others.schemas), expecting: .boolean, report)
    try report.check()
    guard let expression else { return table }
    return table.keeping(expression.rows(of: table, others), as: table.name)
  }

  /// Whether an expression may look into another table.
  private static func needs(
    _ name: String, _ expression: Expression?, _ table: Table
  ) -> Bool {
    guard let names = expression?.names else { return false }
    let isCatalogue =
      name == TableName.galaxies && names.contains { table.schema[$0] == nil }
    return isCatalogue || names.contains { $0.hasPrefix("\(name).") }
  }

  private static func columnNames(_ arguments: Arguments, _ table: Table) throws -> [String]? {
    guard let text = arguments[columns] else { return nil }
    let names = text.split(separator: ",").map { $0.trimmed }
    guard !names.isEmpty else {
      throw InputRejected("'--columns' names no column", help: "write --columns galaxy,chi2")
    }
    for name in names where table.schema[name] == nil {
      throw InputRejected(
        "table '\(table.name)' has no column '\(name)'",
        help: table.schema.columns.map(\.name).advice(for: name))
    }
    return names
  }

  private static func choose(_ names: [String], of table: Table) -> Table {
    let indices = names.compactMap { table.schema.index(of: $0) }
    let schema = TableSchema(
      table.name, axes: [], keys: [], columns: indices.map { table.schema.columns[$0] })
    return Table(schema, indices.map { table.values[$0] })
  }

  private static func overview(_ run: StoredRun) -> [String] {
    let manifest = run.manifest
    var lines = [
      run.path,
      FactLine.text("name", run.experiment),
      FactLine.text("identity", "\(manifest.identity)"),
      FactLine.text("made", run.journal.map(RunSummary.moment) ?? NumberFormat.missing),
      FactLine.text("dataset", manifest.dataset.name),
      FactLine.text(
        "sample",
        manifest.sample.galaxies.count.counted("galaxy", "galaxies") + ", "
          + manifest.sample.points.counted("point", "points")),
      FactLine.text(
        "plan",
        manifest.cells.counted("cell", "cells") + ", "
          + manifest.units.counted("unit", "units")),
    ]
    for status in manifest.statuses where status.count > 0 {
      lines.append(FactLine.text(status.status, status.count.grouped))
    }
    var text = TextTable([.text("table"), .number("rows"), .text("keys"), .number("columns")])
    for table in manifest.tables {
      text.append([
        table.name, table.rows.grouped, table.keys.joined(separator: " "),
        "\(table.columns.count)",
      ])
    }
    lines += [""] + text.lines(width: nil, maximumRows: nil, indent: 2)
    let all = (manifest.warnings + manifest.dataset.notes).map { "  note: \($0)" }
    return lines + (all.isEmpty ? [] : [""] + all)
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
