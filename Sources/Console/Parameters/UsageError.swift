import Support

/// What is wrong with a command line.
///
/// Options appear as they are typed (`--limit`), positional parameters in angle brackets
/// (`<spec>`).
package enum UsageError: Error, Equatable, Sendable {
  /// No command has this name.
  case unknownCommand(String, nearest: String?)

  /// Several commands begin with this word, and none follows.
  case incompleteCommand(String, choices: [String])

  /// An option stands before the command that it belongs to.
  case optionBeforeCommand(String)

  /// The command has no such option.
  case unknownOption(String, nearest: String?)

  /// An option stands without its value, which the help page calls `noun`.
  case missingValue(of: String, noun: String)

  /// A flag was given a value.
  case needlessValue(String, of: String)

  /// An option that counts once was given again.
  case repeated(String)

  /// Two parameters were given that exclude each other.
  case conflict(String, String)

  /// A parameter was given without another that it needs.
  case needs(String, other: String)

  /// A word was left over when every parameter had its value.
  case unexpected(String)

  /// A word cannot become the value of its parameter.
  case unfit(String, parameter: String, expected: String, nearest: String?)

  /// A required parameter was not given.
  case missing(String)
}

extension UsageError: CustomStringConvertible {
  package var description: String { text.spelled().shortened }

  private var text: String {
    switch self {
    case .unknownCommand(let word, let nearest):
      "unknown command '\(word)'\(suggestion(nearest))"
    case .incompleteCommand(let word, let choices):
      "'\(word)' needs a further word: \(choices.joined(separator: ", "))"
    case .optionBeforeCommand(let option):
      "option '\(option)' stands before the command; write it after the command"
    case .unknownOption(let option, let nearest):
      "unknown option '\(option)'\(suggestion(nearest))"
    case .missingValue(let option, let noun):
      "'\(option)' needs a value: \(option) \(noun)"
    case .needlessValue(let value, let option):
      "'\(option)' takes no value, but has '\(value)'"
    case .repeated(let option):
      "'\(option)' is given twice"
    case .conflict(let first, let second):
      "'\(first)' and '\(second)' exclude each other"
    case .needs(let first, let second):
      "'\(first)' needs '\(second)'"
    case .unexpected(let word):
      "unexpected word '\(word)'"
    case .unfit(let word, let parameter, let expected, let nearest):
      "'\(parameter)' takes \(expected), not '\(word)'\(suggestion(nearest))"
    case .missing(let parameter):
      "missing \(parameter)"
    }
  }

  private func suggestion(_ nearest: String?) -> String {
    guard let nearest else { return "" }
    return "; did you mean '\(nearest)'?"
  }
}
