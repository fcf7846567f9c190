package import Support

/// The options of a command line that commands in advice have to repeat, so that they mean the same
/// when they are typed.
package struct Invocation: Sendable {
  private let catalogue: CommandCatalogue
  private let given: [(key: String, word: String)]

  /// - Parameters:
  ///   - arguments: A command line; none where it could not be read.
  ///   - carried: The options to repeat, by their keys; each for the verbs that have it.
  ///   - catalogue: The verbs.
  package init(
    _ arguments: Arguments?, carrying carried: [String], in catalogue: CommandCatalogue
  ) {
    self.catalogue = catalogue
    given = carried.flatMap { key in
      (arguments?.words(of: key) ?? []).map { (key, $0) }
    }
  }

  /// A command as it is typed.
  ///
  /// - Parameters:
  ///   - verb: The name of the command.
  ///   - words: What follows it; options that were given come last.
  /// - Returns: The line, without quotes around it.
  package func line(_ verb: String, _ words: [String]) -> String {
    let command = catalogue.commands.first { $0.name == verb }
    let keys = Set((command?.parameters ?? []).map(\.key))
    let carried = given.filter { keys.contains($0.key) && !words.contains($0.key) }
    let options = carried.flatMap { option in
      // A value with a dash in front would be taken for an option.
      option.word.hasPrefix("-")
        ? ["\(option.key)=\(option.word)".asShellWord] : [option.key, option.word.asShellWord]
    }
    return ([catalogue.program, verb] + words.map(\.asShellWord) + options)
      .joined(separator: " ")
  }

  /// A sentence of advice, each command in quotes.
  package func text(_ advice: Advice) -> String {
    advice.text { verb, words in "'\(line(verb, words))'" }
  }

  /// A diagnostic as a person reads it.
  package func text(_ diagnostic: Diagnostic) -> String {
    diagnostic.rendered(spelling: text)
  }
}
