/// A parameter that is one word at its place.
package struct Positional<Value: ArgumentValue>: Parameter {
  package let name: String
  package let help: String

  /// The value when no word is given; without one, the parameter is required.
  let fallback: Value?

  /// A parameter that must be given, unless its value is optional.
  package init(_ name: String, _ help: String) {
    self.name = name
    self.help = help
    fallback = Value.absent
  }

  /// A parameter that may be left out.
  package init(_ name: String, default fallback: Value, _ help: String) {
    self.name = name
    self.help = help
    self.fallback = fallback
  }

  package var form: ParameterForm { .positional(isRequired: fallback == nil) }
  package var noun: String { name }
  package var expectation: String { Value.expectation }
  package var choices: [String] { Value.choices }

  package var standard: String? {
    guard let word = fallback?.argument, !word.isEmpty else { return nil }
    return word
  }

  package func value(of word: String) -> (any Sendable)? {
    Value(argument: word)
  }
}
