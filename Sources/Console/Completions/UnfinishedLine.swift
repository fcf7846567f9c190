/// A command line whose last word is being typed, and what that may become.
package struct UnfinishedLine: Sendable {
  private let catalogue: CommandCatalogue
  /// By the key of a parameter, or by the noun of its value: `<run>`, `--figure`, `DIR`.
  private let sources: [String: CompletionSource]
  /// The whole words, without the name of the program.
  private let words: [String]
  /// The beginning of the last word; it may be empty.
  private let typed: String

  /// - Parameters:
  ///   - words: The words behind the name of the program; the last one is unfinished.
  ///   - catalogue: The commands.
  ///   - sources: Where words come from that are not declared, by key or noun of a parameter.
  package init(
    _ words: [String], of catalogue: CommandCatalogue, _ sources: [String: CompletionSource]
  ) {
    self.catalogue = catalogue
    self.sources = sources
    self.words = Array(words.dropLast())
    typed = words.suffix(1).joined()
  }

  /// What the last word may become.
  package var completion: Completion {
    if words.first == "help" { return subjects(after: Array(words.dropFirst())).going(on: typed) }
    guard let command = catalogue.command(at: words) else {
      let start = words.isEmpty ? programWords : Completion()
      return Completion(names(after: words).words + start.words).going(on: typed)
    }
    let rest = words.dropFirst(CommandCatalogue.words(of: command).count)
    let further = rest.isEmpty ? names(after: words) : Completion()
    var made = completion(of: command, GivenWords(rest, command.parameters))
    made.words = further.going(on: typed).words + made.words
    return made
  }

  /// The next words of the commands that begin with some words, each with what it does.
  private func names(after words: [String]) -> Completion {
    Completion(
      catalogue.commands.compactMap { command in
        let name = CommandCatalogue.words(of: command)
        guard name.starts(with: words), name.count > words.count else { return nil }
        let isWhole = name.count == words.count + 1
        return .init(
          name[words.count], isWhole ? command.summary : "\(name[words.count]) …, several commands")
      })
  }

  private var programWords: Completion {
    Completion([
      .init("help", "Explain a command or a topic."), .init("--help", "List the commands."),
      .init("--version", "Tell the version."),
    ])
  }

  private func subjects(after words: [String]) -> Completion {
    let topics = words.isEmpty ? catalogue.topics.map { Completion.Word($0.name, $0.summary) } : []
    return Completion(names(after: words).words + topics)
  }

  private func completion(of command: any Command.Type, _ given: GivenWords) -> Completion {
    let context = CompletionSource.Context(command: command.name, values: given.values)
    if let option = given.open {
      return values(of: option, context, typed)
    }
    if !given.areOptionsOver, typed.hasPrefix("-") {
      let parts = typed.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, let option = given.option(named: String(parts[0])) {
        return values(of: option, context, String(parts[1])).behind("\(parts[0])=")
      }
      return options(of: command, given).going(on: typed)
    }
    guard let positional = given.nextPositional else { return Completion() }
    return values(of: positional, context, typed)
  }

  /// The options that can still be given.
  private func options(of command: any Command.Type, _ given: GivenWords) -> Completion {
    let open = command.parameters.filter { parameter in
      guard !parameter.form.isPositional else { return false }
      return parameter.form == .option(isRepeatable: true) || given.values[parameter.key] == nil
    }
    return Completion(
      open.map { .init($0.key, $0.help) } + [.init("--help", "Explain the command.")])
  }

  private func values(
    of parameter: any Parameter, _ context: CompletionSource.Context, _ typed: String
  ) -> Completion {
    guard parameter.choices.isEmpty else {
      return Completion(parameter.choices.map { .init($0) }).going(on: typed)
    }
    guard let source = sources[parameter.key] ?? sources[parameter.noun] else {
      return Completion()
    }
    let found = source.completion(in: context)
    guard parameter.noun.contains(","), let comma = typed.lastIndex(of: ",") else {
      return found.going(on: typed)
    }
    // Of a list, only the last entry is being typed.
    let before = typed[...comma]
    let listed = Set(before.split(separator: ",").map(String.init))
    let others = Completion(found.words.filter { !listed.contains($0.text) }, files: found.files)
    return others.behind(String(before)).going(on: typed)
  }
}
