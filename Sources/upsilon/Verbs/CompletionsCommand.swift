import Console

/// `upsilon completions`: scripts that make shells complete words, and what those ask.
enum CompletionsCommand: Command, CatalogueReading {
  static let shell = Positional<CompletionShell>("shell", "Whose completion.")
  static let words = Positionals<String>(
    "word", minimum: 0,
    "The words of a line behind the program's name, the last one unfinished: print what it may "
      + "become, and what that means, instead of the script.")

  static let name = "completions"
  static let summary = "Print the script that makes a shell complete words."
  static let details = [
    "Verbs, options and their values, runs, tables, columns, datasets and laws are completed. The "
      + "script asks the program, so that it need not be written anew with the next version.",
    "    bash  upsilon completions bash > ~/.local/share/bash-completion/completions/upsilon\n"
      + "    zsh   upsilon completions zsh > _upsilon   in a folder of $fpath\n"
      + "    fish  upsilon completions fish > ~/.config/fish/completions/upsilon.fish",
    "The package for Debian and the archive have them in their places.",
  ]
  static let parameters: [any Parameter] = [shell, words]
  static let examples = ["completions bash", "completions zsh -- export quick"]

  static func run(
    _ arguments: Arguments, of catalogue: CommandCatalogue, _ terminal: Terminal
  ) throws -> Console.ExitStatus {
    let given = arguments[words]
    guard given.isEmpty else {
      let line = UnfinishedLine(given, of: catalogue, CompletionWords.sources)
      terminal.file(Array(line.completion.lines.utf8))
      return .done
    }
    terminal.file(Array(arguments[shell].script(for: catalogue.program).utf8))
    return .done
  }
}
