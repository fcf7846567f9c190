import Console
import Figures
import Machine
import Records
import Reports
import Runs
import Shelf
import Specs
import Support
import Tables

/// `upsilon plot`: a figure of a run.
enum PlotCommand: Command {
  static let run = Positional<String>(
    "run", "A run: its folder, a prefix of its hash, or its name (the latest).")
  static let figure = Option<String?>(
    "figure", "NAME", "A figure of the run's spec, or a named one; without it, what there is.")
  static let galaxy = Option<String?>("galaxy", "NAME", "Which galaxy.")
  static let models = Option<String?>("models", "A,B,…", "Which laws.")
  static let condition = Option<String?>("where", "EXPR", "Only the rows that meet a condition.")
  static let output = Option<String?>(
    "o", "PATH", "The file to write, .svg, .png or .pdf; without it NAME.svg here.")
  static let spec = Flag("spec", "Print the figure in the grammar, to be copied into a spec.")

  static let name = "plot"
  static let summary = "Draw a figure of a run."
  static let details = [
    "A figure is drawn from the tables of the run. Curves that it does not keep are computed from "
      + "its fits and the data at hand, if these are those that it was made from.",
    "The same run gives the same bytes of an SVG. For .png and .pdf the program rsvg-convert is "
      + "called, if it is there.",
  ]
  static let parameters: [any Parameter] = [
    run, figure, galaxy, models, condition, output, spec, Workspace.data, Workspace.runs,
  ]
  static let examples = [
    "plot three-halos",
    "plot three-halos --figure rotation-curve --galaxy DDO154 --models nfw -o ddo154.svg",
    "plot three-halos --figure gallery --models nfw --spec",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let workspace = try Workspace(arguments)
    let recorded = try RecordedRun(try workspace.store.run(meant: arguments[run]))
    guard let word = arguments[figure] else {
      terminal.out(
        FigureList(recorded: recorded, invocation: arguments.invocation).lines
          .joined(separator: "\n"))
      return .done
    }
    let request = try request(word, of: recorded, arguments)
    let (tables, note) = tables(of: recorded, workspace, arguments)
    if let note { terminal.err("note: \(arguments.invocation.text(note))") }
    if arguments[spec] {
      let report = InputReport()
      let expansion = request.expansion(tables.schemas, report)
      try report.check()
      if let expansion { terminal.json(expansion) }
      return .done
    }
    let (figures, notes) = RunFigures.drawn(request, tables, of: recorded.run.experiment)
    guard !figures.isEmpty else {
      throw InputRejected(
        notes.first ?? "figure '\(request.name)' has nothing to draw",
        help: "\(command: "plot", recorded.run.name) lists what the run can draw")
    }
    for note in notes { terminal.err("note: \(note)") }
    for (path, figure) in zip(try paths(of: figures, arguments), figures) {
      let bytes = recorded.origin.marking(svg: figure.svg)
      if let format = PictureConverter.Format(ofPath: path) {
        try PictureConverter.write(bytes, as: format, to: path, environment: Host.environment)
      } else {
        try RunViews.write(bytes, to: path)
      }
      terminal.out(path)
    }
    return .done
  }

  /// What is asked for: a figure of the run's spec by its name, or a named one with its keys.
  private static func request(
    _ word: String, of recorded: RecordedRun, _ arguments: Arguments
  ) throws -> FigureRequest {
    let given: [(key: String, value: JSONValue)] = [
      arguments[galaxy].map { ("galaxy", .string($0)) },
      arguments[models].map { ("models", .array(names($0).map { .string($0) })) },
      arguments[condition].map { ("where", .string($0)) },
    ].compactMap(\.self)
    let own = recorded.spec.asList.flatMap(\.outputs.figures)
    if given.isEmpty, let request = own.first(where: { $0.name == word }) { return request }
    guard let reference = FigureCatalogue.reference.first(where: { $0.word == word }) else {
      let known = own.map(\.name) + FigureCatalogue.words
      let isOwn = own.contains { $0.name == word }
      throw InputRejected(
        isOwn
          ? "figure '\(word)' of the spec takes no '--\(given[0].key)'"
          : "there is no figure '\(word)'",
        help: isOwn ? "change it in the spec" : known.advice(for: word))
    }
    for (key, _) in given where !reference.keys.contains(where: { $0.name == key }) {
      throw InputRejected("figure '\(word)' takes no '--\(key)'")
    }
    let report = InputReport()
    let request = FigureRequest(
      .object([.init("figure", .string(word))] + given.map { .init($0.key, $0.value) }), report)
    try report.check()
    guard let request else { throw InputRejected("figure '\(word)' cannot be read") }
    return request
  }

  private static func names(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }

  /// The tables of the run, and its curves where it does not keep them.
  private static func tables(
    of recorded: RecordedRun, _ workspace: Workspace, _ arguments: Arguments
  ) -> (TableSet, Advice?) {
    var tables = recorded.tables
    guard tables["curves"] == nil, var fits = tables[TableName.fits] else { return (tables, nil) }
    if let galaxy = arguments[galaxy] {
      fits = fits.keeping(fits.rows(where: "galaxy", is: galaxy), as: fits.name)
    }
    let (made, note) = RunCurves.tables(of: fits, recorded, workspace.shelf, grid: 100)
    tables.add(made)
    return (tables, note)
  }

  /// Where each figure goes.
  private static func paths(
    of figures: [RunFigure], _ arguments: Arguments
  ) throws -> [String] {
    guard let path = arguments[output] else { return figures.map { "\($0.report.name).svg" } }
    let folder = Files.parent(of: path)
    guard Files.isFolder(folder) else {
      throw InputRejected("there is no folder '\(folder)' for '\(path)'")
    }
    guard let dot = path.lastIndex(of: "."),
      [".svg", ".png", ".pdf"].contains(String(path[dot...]))
    else {
      throw InputRejected(
        "'\(path)' does not say what to draw", help: "end it in .svg, .png or .pdf")
    }
    guard figures.count > 1 else { return [path] }
    return figures.map { "\(path[..<dot])-\($0.report.name)\(path[dot...])" }
  }
}
