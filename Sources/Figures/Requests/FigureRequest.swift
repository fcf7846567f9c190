package import Support
package import Tables

/// A figure that a spec or a command asks for: a word, a word with keys, or an object of the
/// grammar.
package struct FigureRequest: Resolvable {
  private enum Form: Sendable {
    case named(any NamedFigure)
    case plain(FigureSpec)
  }

  private let form: Form
  /// As it was written.
  package let resolved: JSONValue
  package let place: Place

  private init(_ form: Form, _ written: JSONValue, at place: Place) {
    (self.form, resolved, self.place) = (form, written, place)
  }

  /// What its file is called; several figures have that and a word of their own.
  package var name: String {
    switch form {
    case .named(let figure): figure.title
    case .plain(let spec): spec.name.value
    }
  }

  /// The word of a named figure; `nil` for one in the grammar.
  package var word: String? {
    guard case .named(let figure) = form else { return nil }
    return figure.word
  }

  package var expressions: [Expression] {
    guard case .plain(let spec) = form else { return [] }
    return spec.expressions
  }

  /// The figures that a spec may ask for.
  package static let most = 1_000

  /// How a figure is written.
  package static let type = JSONType<FigureRequest>(
    schema: [
      "anyOf": .array(
        [["enum": .array(FigureCatalogue.words.map { .string($0) })]]
          + FigureCatalogue.all.map { $0.schema } + [FigureSpec.type.schema])
    ], words: "name of a figure, or object"
  ) { node, report in
    switch node.value {
    case .string(let word):
      guard let figure = FigureCatalogue.figure(named: word) else {
        report.error(
          "unknown figure '\(word)'", at: node.place,
          help: FigureCatalogue.words.advice(for: word))
        return nil
      }
      return FigureRequest(.named(figure.init()), node.plain, at: node.place)
    case .object:
      // What is missing because of a mistake is not told a second time.
      let own = InputReport(within: report)
      let request = read(node, own)
      report.add(own)
      return own.hasErrors ? nil : request
    default:
      report.error("expected a figure, not \(node.kind)", at: node.place)
      return nil
    }
  }

  private static func read(_ node: JSONNode, _ report: InputReport) -> FigureRequest? {
    guard let word = node["figure"] else {
      return FigureSpec(node, report).map { FigureRequest(.plain($0), node.plain, at: node.place) }
    }
    guard let text = JSONType<String>.string.read(word, report) else { return nil }
    guard let figure = FigureCatalogue.figure(named: text) else {
      report.error(
        "unknown figure '\(text)'", at: word.place, help: FigureCatalogue.words.advice(for: text))
      return nil
    }
    return figure.read(node, report).map { FigureRequest(.named($0), node.plain, at: node.place) }
  }

  /// A figure as a command line gives it: its word and keys.
  package init?(_ value: JSONValue, _ report: InputReport) {
    let source = SourceText(name: "figure", text: value.canonicalText)
    guard let node = JSONParser.parse(source, report),
      let request = Self.type.read(node, report)
    else { return nil }
    self = request
  }

  /// The figure in the grammar, to be copied into a spec.
  ///
  /// - Parameters:
  ///   - schemas: The tables of the run.
  ///   - report: Receives what is missing.
  /// - Returns: An object of the grammar; `nil` after a mistake.
  package func expansion(_ schemas: SchemaSet, _ report: InputReport) -> JSONValue? {
    switch form {
    case .plain: resolved
    case .named(let figure): figure.expansion(FigureSetting(schemas, at: place), report)
    }
  }

  /// The figure in the grammar.
  private func spec(_ schemas: SchemaSet, _ report: InputReport) -> FigureSpec? {
    if case .plain(let spec) = form { return spec }
    return expansion(schemas, report).flatMap { Self.spec($0, at: place, report) }
  }

  /// Reads what a named figure stands for; a mistake in it is told at the place of the figure.
  private static func spec(
    _ value: JSONValue, at place: Place, _ report: InputReport
  ) -> FigureSpec? {
    let own = InputReport(within: report)
    let source = SourceText(name: "figure", text: value.canonicalText)
    let spec = JSONParser.parse(source, own).flatMap { FigureSpec($0, own) }
    for mistake in own.diagnostics where mistake.severity == .error {
      report.error(mistake.message, at: place, help: mistake.help)
    }
    return own.hasErrors ? nil : spec
  }

  /// Checks the figure before anything runs.
  ///
  /// - Parameters:
  ///   - schemas: The tables of the spec.
  ///   - kept: Those among them that the run keeps.
  ///   - report: Receives every mistake, at its place.
  package func check(_ schemas: SchemaSet, kept: SchemaSet, _ report: InputReport) {
    switch form {
    case .plain(let spec):
      FigureCheck(all: schemas, kept: kept, report: report, place: place).check(spec)
    case .named:
      let own = InputReport(within: report)
      if let spec = spec(kept, own) {
        FigureCheck(all: schemas, kept: kept, report: own, place: place).check(spec)
      }
      for mistake in own.diagnostics where mistake.severity == .error {
        let isOwn = mistake.place?.source === place.source
        report.error(mistake.message, at: isOwn ? mistake.place : place, help: mistake.help)
      }
    }
  }

  /// The pictures of the figure.
  ///
  /// - Parameters:
  ///   - tables: The tables of the run.
  ///   - facts: What is said of the run.
  /// - Returns: One scene or several, none where there is nothing to draw; and what is to be said.
  package func scenes(
    from tables: TableSet, _ facts: FigureFacts
  ) -> (scenes: [Scene], notes: [String]) {
    let report = InputReport()
    guard let spec = spec(tables.schemas, report) else {
      return ([], Self.notes(name, report))
    }
    FigureCheck(all: tables.schemas, kept: tables.schemas, report: report, place: place).check(spec)
    guard !report.hasErrors else { return ([], Self.notes(name, report)) }
    let maker = SceneMaker(spec, tables)
    do throws(FigureFault) {
      let scenes = try maker.scenes()
      return (scenes, maker.notes.all.map { "figure '\(name)': \($0)" })
    } catch {
      return ([], ["figure '\(name)' is not drawn: \(error.message)"])
    }
  }

  private static func notes(_ name: String, _ report: InputReport) -> [String] {
    report.diagnostics.filter { $0.severity == .error }.map {
      "figure '\(name)' is not drawn: \($0.message)"
    }
  }
}

extension NamedFigure {
  fileprivate var word: String { Self.word }

  fileprivate static var schema: JSONValue { type.schema }

  /// Reads the figure with its keys.
  fileprivate static func read(_ node: JSONNode, _ report: InputReport) -> (any NamedFigure)? {
    Self(node, report)
  }
}
