import Support

/// The manual page of a program, in the language of `man`, from what its commands declare.
///
/// It holds no date: the same program gives the same page.
package struct ManualPage: Sendable {
  /// What a section says that no command declares.
  package struct Section: Sendable {
    package let title: String
    /// Terms with their texts; a text without a term is a paragraph.
    package let entries: [(term: String?, text: String)]

    package init(_ title: String, _ entries: [(term: String?, text: String)]) {
      self.title = title
      self.entries = entries
    }
  }

  /// The page, with a newline at its end.
  package let text: String

  /// - Parameters:
  ///   - catalogue: The commands.
  ///   - description: What the program is for, in paragraphs.
  ///   - sections: What follows the commands.
  package init(of catalogue: CommandCatalogue, description: [String], _ sections: [Section]) {
    let program = catalogue.program
    var page = Roff()
    page.request("TH", [program.uppercased(), "1", "", "\(program) \(catalogue.version)", ""])
    page.request("SH", ["NAME"])
    page.text("\(program) - \(Self.withoutStop(catalogue.summary))")
    page.request("SH", ["SYNOPSIS"])
    page.bold(program, then: "command [argument ...] [--option ...]")
    page.request("SH", ["DESCRIPTION"])
    for paragraph in description { page.paragraph(paragraph) }
    for group in catalogue.groups {
      page.request("SH", ["\(group.title.uppercased()) COMMANDS"])
      for command in group.commands { page.command(command, of: program) }
    }
    if !catalogue.topics.isEmpty {
      page.request("SH", ["HELP TOPICS"])
      page.paragraph("'\(program) help' shows these pages of the reference by their names.")
      for topic in catalogue.topics { page.entry(topic.name, topic.summary) }
    }
    for section in sections {
      page.request("SH", [section.title.uppercased()])
      for (term, text) in section.entries {
        if let term { page.entry(term, text) } else { page.paragraph(text) }
      }
    }
    text = page.output
  }

  /// A summary as the line of names has it, small and without its stop.
  private static func withoutStop(_ summary: String) -> String {
    let text = summary.hasSuffix(".") ? String(summary.dropLast()) : summary
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

extension Roff {
  /// One command: usage, what it does, what it takes, examples.
  fileprivate mutating func command(_ command: any Command.Type, of program: String) {
    let call = "\(program) \(command.name)"
    let parameters =
      command.parameters.filter(\.form.isPositional)
      + command.parameters.filter { !$0.form.isPositional }
    request("SS", [command.name])
    bold(call, then: parameters.map(\.usage).joined(separator: " "))
    for text in [command.summary] + command.details {
      if text.hasPrefix(" ") { lines(text) } else { paragraph(text) }
    }
    for parameter in parameters { entry(parameter.label, parameter.explanation) }
    guard !command.examples.isEmpty else { return }
    paragraph(command.examples.count == 1 ? "Example:" : "Examples:")
    lines(command.examples.map { "    \(program) \($0)" }.joined(separator: "\n"))
  }
}
