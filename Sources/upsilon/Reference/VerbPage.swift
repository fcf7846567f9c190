import Console

/// The page of the verbs, from what they declare.
enum VerbPage {
  static func page(of catalogue: CommandCatalogue) -> ReferencePage {
    let head = ReferenceBlock.table(
      head: ["verb", "what it does"],
      rows: catalogue.commands.map { [MarkdownText.code($0.name), $0.summary] })
    return ReferencePage(
      name: "VerbReference", title: "Verbs",
      summary: "Every verb of the program, with its arguments, options and examples.",
      blocks: [head] + catalogue.notes.map { .paragraph($0) }
        + catalogue.commands.flatMap { blocks(of: $0, catalogue.program) })
  }

  private static func blocks(of command: any Command.Type, _ program: String) -> [ReferenceBlock] {
    let call = "\(program) \(command.name)"
    let usage = ([call] + command.parameters.map(\.usage)).joined(separator: " ")
    let details = command.details.map { text -> ReferenceBlock in
      text.hasPrefix(" ") ? .lines(text.split(separator: "\n").map(String.init)) : .paragraph(text)
    }
    let parameters = command.parameters.map { parameter in
      [MarkdownText.code(parameter.label), parameter.explanation]
    }
    return [.heading(command.name), .paragraph(command.summary), .lines([usage])] + details
      + (parameters.isEmpty ? [] : [.table(head: ["", "meaning"], rows: parameters)])
      + (command.examples.isEmpty
        ? [] : [.lines(command.examples.map { "\(program) \($0)" })])
  }
}
