/// A parameter that takes all further words; the last positional one of its command.
package struct Positionals<Value: ArgumentValue>: Parameter {
  package let name: String
  package let help: String

  /// How many words there must be.
  package let minimum: Int

  package init(_ name: String, minimum: Int = 1, _ help: String) {
    self.name = name
    self.help = help
    self.minimum = minimum
  }

  package var form: ParameterForm { .positionals(minimum: minimum) }
  package var noun: String { name }
  package var standard: String? { nil }
  package var expectation: String { Value.expectation }
  package var choices: [String] { Value.choices }

  package func value(of word: String) -> (any Sendable)? {
    Value(argument: word)
  }
}
