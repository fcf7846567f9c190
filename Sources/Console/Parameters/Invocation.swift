package import Support

/// The options of a command line that commands in advice have to repeat, so that they mean the same
/// when they are typed.
package struct Invocation: Sendable {
  private let program: String
  /// The keys of the options that each verb has.
  private let keys: [String: Set<String>]
  private var given: [(key: String, word: String)] = []

  /// - Parameters:
  ///   - program: What the program is called.
  ///   - keys: The keys of the options that each verb has.
  init(program: String, keys: [String: Set<String>]) {
    (self.program, self.keys) = (program, keys)
  }

  /// One of which nothing is known.
  package init() {
    self.init(program: "upsilon", keys: [:])
  }

  /// The same with what was given.
  ///
  /// - Parameters:
  ///   - carried: The options to repeat, by their keys; each for the verbs that have it.
  ///   - arguments: A command line.
  /// - Returns: The invocation.
  package func carrying(_ carried: [String], of arguments: Arguments) -> Invocation {
    var invocation = self
    invocation.given = carried.flatMap { key in arguments.words(of: key).map { (key, $0) } }
    return invocation
  }

  /// A command as it is typed.
  ///
  /// - Parameters:
  ///   - verb: The name of the command.
  ///   - words: What follows it; options that were given come last.
  /// - Returns: The line, without quotes around it.
  package func line(_ verb: String, _ words: [String]) -> String {
    let carried = given.filter { option in
      keys[verb]?.contains(option.key) == true && !words.contains(option.key)
    }
    let options = carried.flatMap { option in
      // A value with a dash in front would be taken for an option.
      option.word.hasPrefix("-")
        ? ["\(option.key)=\(option.word)".asShellWord] : [option.key, option.word.asShellWord]
    }
    return ([program, verb] + words.map(\.asShellWord) + options).joined(separator: " ")
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
