package import Support

/// Every command of the program, in groups.
package struct CommandCatalogue: Sendable {
  /// Commands that stand under one heading of the overview.
  package struct Group: Sendable {
    package let title: String
    package let commands: [any Command.Type]

    package init(_ title: String, _ commands: [any Command.Type]) {
      self.title = title
      self.commands = commands
    }
  }

  /// A page of the reference, which `help` shows by its name.
  package struct Topic: Sendable {
    package let name: String
    package let summary: String
    /// The text of the page, made only where it is asked for.
    let page: @Sendable () -> String

    package init(_ name: String, _ summary: String, _ page: @escaping @Sendable () -> String) {
      self.name = name
      self.summary = summary
      self.page = page
    }
  }

  /// What a command line asks for.
  package enum Request: Sendable {
    /// A text for standard output, without its final newline: help, or the version.
    case page(String)
    /// What the program says of itself to other programs.
    case facts(JSONValue)
    /// A command, and the words after its name.
    case command(any Command.Type, words: [String])
  }

  package let program: String
  package let version: String
  package let summary: String
  package let groups: [Group]
  package let topics: [Topic]

  /// Paragraphs at the end of the overview; one that begins with a space is not wrapped.
  package let notes: [String]

  /// What `--version --json` tells, worked out only where it is asked for.
  private let facts: @Sendable () -> JSONValue

  package init(
    program: String, version: String, summary: String, groups: [Group], topics: [Topic] = [],
    notes: [String] = [], facts: (@Sendable () -> JSONValue)? = nil
  ) {
    self.facts = facts ?? { ["program": .string(program), "version": .string(version)] }
    self.topics = topics
    self.program = program
    self.version = version
    self.summary = summary
    self.groups = groups
    self.notes = notes
  }

  package var commands: [any Command.Type] { groups.flatMap { $0.commands } }

  /// Finds out what the words of a command line ask for.
  ///
  /// - Throws: ``UsageError`` when they name no command.
  package func request(_ words: [String]) throws(UsageError) -> Request {
    switch words.first {
    case nil, "--help", "-h": return .page(HelpPage(overview: self).text)
    case "--version", "-V": return try versionRequest(words.dropFirst())
    case "help":
      let subject = Self.leadingWords(of: words.dropFirst())
      let topic = topics.first { [$0.name] == subject }
      if let topic { return .page(topic.page()) }
      return .page(try page(for: subject))
    default: break
    }
    guard let command = command(at: words) else {
      let leading = Self.leadingWords(of: words[...])
      guard Self.asksForHelp(words[...]), !leading.isEmpty else { throw unknown(words) }
      return .page(try page(for: leading))
    }
    let rest = words.dropFirst(Self.words(of: command).count)
    guard !Self.asksForHelp(rest) else {
      return .page(HelpPage(of: command, program: program).text)
    }
    return .command(command, words: Array(rest))
  }

  private func versionRequest(_ rest: ArraySlice<String>) throws(UsageError) -> Request {
    if rest.isEmpty { return .page("\(program) \(version)") }
    guard let other = rest.first(where: { $0 != "--json" }) else { return .facts(facts()) }
    throw .unexpected(other)
  }

  /// The two lines that tell a user what was wrong with a command line.
  package func text(of error: UsageError, in command: (any Command.Type)? = nil) -> String {
    guard let command else { return "\(program): \(error)\nhelp: see '\(program) help'" }
    let call = "\(program) \(command.name)"
    return "\(call): \(error)\nhelp: see '\(call) --help'"
  }
}

extension CommandCatalogue {
  /// The command with the longest name that the words begin with.
  func command(at words: [String]) -> (any Command.Type)? {
    commands
      .filter { words.starts(with: Self.words(of: $0)) }
      .max { Self.words(of: $0).count < Self.words(of: $1).count }
  }

  /// The commands whose names begin with a word and go on.
  private func family(_ word: String?) -> [any Command.Type] {
    commands.filter { Self.words(of: $0).count > 1 && Self.words(of: $0).first == word }
  }

  private func page(for words: [String]) throws(UsageError) -> String {
    if words.isEmpty || words == ["help"] { return HelpPage(overview: self).text }
    if let command = commands.first(where: { Self.words(of: $0) == words }) {
      return HelpPage(of: command, program: program).text
    }
    let family = family(words.first)
    guard words.count == 1, !family.isEmpty else { throw unknown(words) }
    return HelpPage(family: words[0], of: family, program: program).text
  }

  private func unknown(_ words: [String]) -> UsageError {
    let leading = Self.leadingWords(of: words[...])
    guard let first = leading.first else { return unknownOption(words[0]) }
    let family = family(first)
    let names = commands.map { $0.name }
    guard !family.isEmpty else {
      return .unknownCommand(
        first, nearest: (names + names.compactMap(\.firstWord) + ["help"]).nearest(to: first))
    }
    guard leading.count > 1 else {
      return .incompleteCommand(first, choices: family.map { Self.words(of: $0)[1] })
    }
    let name = leading.prefix(2).joined(separator: " ")
    return .unknownCommand(name, nearest: family.map { $0.name }.nearest(to: name))
  }

  private func unknownOption(_ word: String) -> UsageError {
    let own = ["--help", "--version"]
    let name = String(word.prefix { $0 != "=" })
    let isOption = commands.contains { $0.parameters.contains { $0.key == name } }
    guard !isOption else { return .optionBeforeCommand(name) }
    return .unknownOption(name, nearest: own.nearest(to: name))
  }

  /// The words of a command's name.
  static func words(of command: any Command.Type) -> [String] {
    command.name.split(separator: " ").map(String.init)
  }

  private static func leadingWords(of words: ArraySlice<String>) -> [String] {
    Array(words.prefix { !$0.hasPrefix("-") })
  }

  private static func asksForHelp(_ words: ArraySlice<String>) -> Bool {
    words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }
}

extension String {
  fileprivate var firstWord: String? { split(separator: " ").first.map(String.init) }
}
