import Console
import Exports
import Records
import Runs
import Specs
import Support
import Tables

/// `upsilon export`: tables of a run in the formats of others.
enum ExportCommand: Command {
  static let run = Positional<String?>(
    "run", "A run: its folder, a prefix of its hash, or its name (the latest).")
  static let tables = Positionals<String>("table", minimum: 0, "Its tables; all, if none is named.")
  static let format = Option<FormatName?>("format", "F", "The format.")
  static let output = Option<String?>(
    "o", "PATH", "Where to write, in place of what is there; '-' is standard output.")
  static let condition = Option<String?>("where", "EXPR", "Only the rows that meet a condition.")
  static let order = Option<String?>(
    "sort", "EXPR", "Sort the rows, smallest first; -EXPR for largest first."
  ).allowingDash
  static let columns = Option<String?>(
    "columns", "A,B,…", "Only these columns; table.column for one of a table that joins.")
  static let digits = Option<PositiveInteger?>(
    "digits", "N", "Round real numbers to N significant digits; all are kept otherwise.")
  static let style = Option<LaTeXStyle>(
    "style", "S", default: .deluxetable, "Whose tables LaTeX imitates.")
  static let reader = Option<ReaderLanguage?>(
    "reader", "LANGUAGE", "Write a helper that reads runs, in place of tables.")

  static let name = "export"
  static let summary = "Write tables of a run as CSV, FITS, VOTable, LaTeX, SQLite and others."
  static let details = [
    "\(named(ExportFormats.all.filter { $0.holdsSeveral })) hold all tables in one file. Of "
      + "\(named(ExportFormats.all.filter { !$0.holdsSeveral })) every table has a file of its "
      + "own: with several tables PATH is a folder, which is made. A file is written whole or not "
      + "at all. 'help exports' tells what each format holds, and what stands for what it cannot "
      + "hold."
  ]
  static let parameters: [any Parameter] = [
    run, tables, format, output, condition, order, columns, digits, style, reader, Workspace.runs,
    Workspace.data,
  ]
  static let examples = [
    "export quickstart --format fits -o quickstart.fits",
    "export quickstart fits --format latex --columns galaxy,omega,e_omega -o fits.tex",
    "export quickstart fits --format csv --where \"status == 'interior'\" -o -",
    "export --reader python -o upsilon_run.py",
  ]

  private static func named(_ formats: [any ExportFormat.Type]) -> String {
    let names = formats.map { "'\($0.name)'" }
    return names.dropLast().joined(separator: ", ") + " and " + names.suffix(1).joined()
  }

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    if let language = arguments[reader] { return try write(language, arguments, terminal) }
    let (name, format, path) = try wanted(arguments)
    let run = try Workspace.store(arguments).run(meant: name)
    let chosen = try tables(of: run, format, arguments)
    let sample = format.wantsSample ? try self.sample(of: run, beside: chosen, arguments) : nil
    let tables = chosen + sample.asList.flatMap(\.tables)
    let mistakes = try format.mistakes(in: tables)
    guard mistakes.isEmpty else {
      throw InputRejected(
        mistakes.map {
          Diagnostic(.error, $0, at: nil, help: Advice("leave it out, or choose another format"))
        })
    }
    let options = ExportOptions(
      source: run.source, digits: arguments[digits]?.value, style: arguments[style],
      ranges: tables.contains { PosteriorTable(rawValue: $0.name)?.isOnlyOnRequest == true }
        ? try QuantityEnds.ranges(of: run) : [:])
    if let note = sample?.note { terminal.err("note: \(note)") }
    for note in format.notes(on: tables) { terminal.err("note: \(note)") }
    switch format.form {
    case .file(let format) where path == "-":
      try format.write(tables, options) { terminal.file($0) }
      return .done
    case .file(let format): try write(tables, as: format, options, at: path)
    case .folder(let format): try ExportFolder.write(tables, as: format, options, at: path)
    }
    terminal.out("\(path): \(tables.map(\.name).joined(separator: ", "))")
    return .done
  }

  /// Writes one file, or a folder of one for each table.
  private static func write(
    _ tables: [ExportedTable], as format: any FileFormat.Type, _ options: ExportOptions,
    at path: String
  ) throws {
    let isFolder = !format.holdsSeveral && tables.count > 1
    if isFolder { try Files.makeFolder(path) }
    let shares = isFolder ? tables.map { [$0] } : [tables]
    let files = try shares.map { share in
      let place = isFolder ? "\(path)/\(share[0].name).\(format.suffix)" : path
      return try ExportFile(share, as: format, options, at: place)
    }
    for file in files { try file.replace() }
  }

  /// What was asked for.
  private static func wanted(
    _ arguments: Arguments
  ) throws -> (run: String, format: any ExportFormat.Type, path: String) {
    let (run, format, path) = (arguments[run], arguments[format]?.format, arguments[output])
    var mistakes: [Diagnostic] = []
    func mistake(_ message: String, _ help: String) {
      mistakes.append(Diagnostic(.error, message, at: nil, help: Advice(help)))
    }
    if run == nil { mistake("no run is named", "'upsilon list' shows all") }
    if format == nil {
      mistake("no format is named", "write --format \(FormatName.choices.joined(separator: "|"))")
    }
    if path == nil { mistake("there is nothing to write to", "name a file: -o tables.fits") }
    if path == "-", let format {
      if !format.isText {
        mistake("'\(format.name)' is no text for standard output", "name a file: -o PATH")
      } else if !format.holdsSeveral, arguments[tables].count != 1 {
        mistake("standard output holds one table of '\(format.name)'", "name one table")
      }
    }
    if arguments[tables].count != 1, let option = tableOption(arguments) {
      mistake("'--\(option)' needs one table to look into", "name one table behind the run")
    }
    guard mistakes.isEmpty, let run, let format, let path else { throw InputRejected(mistakes) }
    return (run, format, path)
  }

  /// The first option given that says something about one table.
  private static func tableOption(_ arguments: Arguments) -> String? {
    [condition, order, columns].first { arguments[$0] != nil }?.name
  }

  private static func tables(
    of run: StoredRun, _ format: any ExportFormat.Type, _ arguments: Arguments
  ) throws -> [ExportedTable] {
    let all = run.manifest.tables.map(\.name)
    let taken = all.filter { run.storedTable($0).map { format.takes($0.schema) } == true }
    let names = arguments[tables].isEmpty ? taken : arguments[tables]
    let unknown = names.filter { !all.contains($0) }
    let twice = Set(names.filter { name in names.count { $0 == name } > 1 }).sorted()
    guard unknown.isEmpty, twice.isEmpty else {
      let mistakes =
        unknown.map { ("run '\(run.name)' has no table '\($0)'", all.advice(for: $0)) }
        + twice.map { ("table '\($0)' is named twice", "name it once") }
      throw InputRejected(
        mistakes.map { Diagnostic(.error, $0.0, at: nil, help: Advice($0.1)) })
    }
    if all.isEmpty { throw InputRejected("run '\(run.name)' keeps no tables") }
    let others = names.isEmpty ? all : names.filter { !taken.contains($0) }
    guard others.isEmpty else {
      let words = others.map { "'\($0)'" }.joined(separator: ", ")
      throw InputRejected(
        "'\(format.name)' does not take \(words)", help: "it takes \(format.tables)")
    }
    let choice = TableChoice(
      condition: arguments[condition], order: arguments[order], columns: arguments[columns])
    return try names.compactMap { name in
      guard let stored = run.storedTable(name) else { return nil }
      guard choice.isOfSome else { return try stored.exported() }
      let chosen = try choice.choose(from: stored, of: run)
      return ExportedTable(chosen.columns.map { choose($0, of: chosen.table) } ?? chosen.table)
    }
  }

  /// The catalogue and the points of the sample that no table of the run has the name of.
  private static func sample(
    of run: StoredRun, beside tables: [ExportedTable], _ arguments: Arguments
  ) throws -> (tables: [ExportedTable], note: Advice?) {
    let found = try RunSample.tables(of: run, Workspace(arguments).shelf)
    let names = tables.map(\.name)
    let others = found.tables.filter { !names.contains($0.name) }
    return (others.map(ExportedTable.init), found.note)
  }

  /// A table with some of its columns, the keys among them.
  private static func choose(_ names: [String], of table: Table) -> Table {
    let indices = names.distinct.compactMap { table.schema.index(of: $0) }
    let schema = TableSchema(
      table.name, axes: [], keys: [], columns: indices.map { table.schema.columns[$0] })
    return Table(schema, indices.map { table.values[$0] })
  }

  private static func write(
    _ language: ReaderLanguage, _ arguments: Arguments, _ terminal: Terminal
  ) throws -> Console.ExitStatus {
    if let run = arguments[run] {
      throw InputRejected(
        "a reading helper is of no run, and '\(run)' is named", help: "leave the run out")
    }
    guard let path = arguments[output] else {
      throw InputRejected(
        "there is nothing to write to", help: "name a file: -o upsilon_run.py")
    }
    if path == "-" {
      terminal.file(language.bytes)
    } else {
      try Files.replace(path, with: language.bytes)
      terminal.out("\(path): reads the tables of a run")
    }
    return .done
  }
}
