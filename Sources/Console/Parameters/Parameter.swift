/// A parameter of a command, whatever the type of its value.
package protocol Parameter: Sendable {
  /// The name without dashes or brackets.
  var name: String { get }

  /// One or two sentences for the help page.
  var help: String { get }

  var form: ParameterForm { get }

  /// What stands for the value of an option in the help page: `N` in `--limit N`.
  var noun: String { get }

  /// The word that stands for the value when none is given, if there is one.
  var standard: String? { get }

  /// What fits, as it stands after "takes".
  var expectation: String { get }

  /// All words that fit, where they can be counted.
  var choices: [String] { get }

  /// Whether the word after an option is its value even if it begins with a dash.
  var allowsDash: Bool { get }

  /// The letter that stands for the name of an option: `-j 4` for `--jobs 4`.
  var letter: Character? { get }

  /// Converts a word, or gives nil when it does not fit.
  func value(of word: String) -> (any Sendable)?
}

extension Parameter {
  package var allowsDash: Bool { false }
  package var letter: Character? { nil }

  /// The parameter as messages name it: `<spec>`, `--limit`, or `-o` where its name is a letter.
  package var key: String {
    if form.isPositional { return "<\(name)>" }
    return name.count == 1 ? "-\(name)" : "--\(name)"
  }

  /// The parameter as the list of the help page names it: `<spec>`, `-j, --jobs N`.
  package var label: String {
    guard let letter else { return plainLabel }
    return "-\(letter), \(plainLabel)"
  }

  /// The same without its letter: `--jobs N`.
  private var plainLabel: String {
    switch form {
    case .positional, .flag: key
    case .positionals: "\(key)..."
    case .option: "\(key) \(noun)"
    }
  }

  /// The parameter in the usage line, in brackets if it may be left out.
  package var usage: String {
    switch form {
    case .positional(isRequired: true): plainLabel
    case .positionals(let minimum) where minimum > 0: plainLabel
    case .option(isRepeatable: true): "[\(plainLabel)]..."
    default: "[\(plainLabel)]"
    }
  }

  /// The help with the choices and the value that holds when none is given.
  package var explanation: String {
    let facts = [
      choices.isEmpty ? nil : "one of: \(choices.joined(separator: ", "))",
      standard.map { "default: \($0)" },
    ]
    let known = facts.compactMap(\.self).joined(separator: "; ")
    return known.isEmpty ? help : "\(help) (\(known))"
  }
}
