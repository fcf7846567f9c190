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
  static let order = Option<String?>(
    "sort", "EXPR", "Sort the rows, smallest first; -EXPR for largest first."
  ).allowingDash
  static let columns = Option<String?>(
    "columns", "A,B,…", "Only these columns; table.column for one of a table that joins.")
  static let allColumns = Flag("all-columns", "Show every column, however wide.")
  static let rows = Option<PositiveInteger?>("rows", "N", "Show at most N rows.")
  static let digits = Option<PositiveInteger>(
    "digits", "N", default: PositiveInteger(6), "Significant digits.")
  static let json = Flag("json", "Print JSON instead of text.")

  static let name = "show"
  static let summary = "Show a run, or the rows of one of its tables."
  static let parameters: [any Parameter] = [
    run, table, condition, order, columns, allColumns, rows, digits, Workspace.runs, json,
  ]
  static let details = [
    "Expressions may name columns of other tables of the run: 'galaxies.r_disk' stands for the "
      + "value in the row with the same keys."
  ]
  static let examples = [
    "show quickstart",
    "show quickstart fits --sort -chi2_reduced --columns model,chi2_reduced,galaxies.distance",
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
    guard let stored = run.storedTable(name) else {
      throw InputRejected(
        "run '\(run.name)' has no table '\(name)'",
        help: run.manifest.tables.map(\.name).advice(for: name))
    }
    if arguments[allColumns], arguments[columns] != nil {
      throw InputRejected(
        "'--columns' and '--all-columns' ask for different things", help: "give one")
    }
    let choice = TableChoice(
      condition: arguments[condition], order: arguments[order], columns: arguments[columns])
    let chosen = try choice.choose(from: stored, of: run, most: arguments[rows]?.value)
    let table = chosen.table
    if arguments[json] {
      let count = min(table.rowCount, arguments[rows]?.value ?? .max)
      let first = table.keeping(Array(0..<count), as: table.name)
      let shown = chosen.columns.map { choose($0, of: first) } ?? first
      terminal.json(TableJSON.rows(of: shown))
      return .done
    }
    let isWhole = arguments[allColumns]
    let view = TableView(
      table: table, digits: min(arguments[digits].value, 17),
      columns: isWhole ? table.schema.columns.map(\.name) : chosen.columns ?? chosen.telling,
      total: chosen.total)
    terminal.out(
      view.lines(
        width: isWhole ? nil : terminal.outputWidth, maximumRows: arguments[rows]?.value, indent: 0
      ).joined(separator: "\n"))
    return .done
  }

  /// The first option given that says something about a table.
  private static func tableOption(_ arguments: Arguments) -> String? {
    if arguments[condition] != nil { return condition.name }
    if arguments[order] != nil { return order.name }
    if arguments[columns] != nil { return columns.name }
    if arguments[allColumns] { return allColumns.name }
    return arguments[rows] != nil ? rows.name : nil
  }

  private static func tableNames(_ run: StoredRun) -> String {
    run.manifest.tables.map(\.name).joined(separator: ", ")
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
