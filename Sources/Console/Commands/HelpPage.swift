/// A page that explains a command, or lists the commands there are.
package struct HelpPage: Sendable {
  /// Columns that a page takes at most, wherever it is read.
  package static let width = 80

  /// The page, without its final newline.
  package let text: String

  private init(_ sections: [[String]]) {
    text = sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  /// The page of one command.
  package init(of command: any Command.Type, program: String) {
    let call = "\(program) \(command.name)"
    let positionals = command.parameters.filter(\.form.isPositional)
    let options = command.parameters.filter { !$0.form.isPositional }
    self.init(
      [Self.usage(call, command.parameters), command.summary.wrapped(to: Self.width)]
        + command.details.map(Self.paragraph)
        + [
          Self.list("arguments", positionals.map { ($0.label, $0.explanation) }),
          Self.list(
            "options",
            options.map { ($0.label, $0.explanation) } + [("-h, --help", "Show this help.")]),
          Self.examples(command.examples, program),
        ])
  }

  /// The list of all commands.
  package init(overview catalogue: CommandCatalogue) {
    let width = catalogue.commands.map { $0.name.count }.reduce(0, max)
    self.init(
      [
        catalogue.summary.wrapped(to: Self.width),
        ["usage: \(catalogue.program) <command> [<argument>...] [--<option>...]"],
      ]
        + catalogue.groups.map { group in
          Self.list(group.title, group.commands.map { ($0.name, $0.summary) }, width: width)
        }
        + [Self.list("Topics", catalogue.topics.map { ($0.name, $0.summary) }, width: width)]
        + catalogue.notes.map(Self.paragraph)
        + [
          catalogue.topics.isEmpty
            ? ["See '\(catalogue.program) help <command>' for one command."]
            : ["See '\(catalogue.program) help <command>' or 'help <topic>'."]
        ])
  }

  /// The list of the commands that begin with the same word.
  package init(family word: String, of commands: [any Command.Type], program: String) {
    self.init([
      ["usage: \(program) \(word) <command> [<argument>...] [--<option>...]"],
      Self.list("commands", commands.map { ($0.name, $0.summary) }),
      ["See '\(program) help \(word) <command>' for one command."],
    ])
  }
}

extension HelpPage {
  private static func usage(_ call: String, _ parameters: [any Parameter]) -> [String] {
    let ordered =
      parameters.filter(\.form.isPositional) + parameters.filter { !$0.form.isPositional }
    // A no-break space keeps an option and its value on one line.
    let words = ordered.map { $0.usage.replacing(" ", with: "\u{A0}") }
    let start = "usage: \(call)"
    return ([start.replacing(" ", with: "\u{A0}")] + words).joined(separator: " ")
      .wrapped(to: width, hanging: "usage: ".count + 4)
      .map { $0.replacing("\u{A0}", with: " ") }
  }

  /// A paragraph, wrapped; one that begins with a space stays as it is.
  private static func paragraph(_ text: String) -> [String] {
    text.hasPrefix(" ")
      ? text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      : text.wrapped(to: width)
  }

  private static func examples(_ lines: [String], _ program: String) -> [String] {
    lines.isEmpty ? [] : ["examples:"] + lines.map { "  \(program) \($0)" }
  }

  /// Terms on the left, explanations wrapped on the right; a long term has a line to itself.
  private static func list(
    _ title: String, _ entries: [(term: String, text: String)], width termWidth: Int? = nil
  ) -> [String] {
    guard !entries.isEmpty else { return [] }
    let widest = termWidth ?? entries.map(\.term.count).filter { $0 <= 24 }.max() ?? 24
    let indent = widest + 4
    return ["\(title):"]
      + entries.flatMap { term, text in
        let lines = text.wrapped(to: width - indent)
        let margin = String(repeating: " ", count: indent)
        guard term.count <= widest else { return ["  \(term)"] + lines.map { margin + $0 } }
        let head = [("  " + term).padded(to: indent)] + lines.prefix(1)
        return [head.joined()] + lines.dropFirst().map { margin + $0 }
      }
  }
}
