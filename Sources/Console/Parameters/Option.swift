/// A parameter with a name, `--limit 3`, that may be left out.
///
/// What it is when left out is part of its type: an `Option<Int>` has a default, an `Option<Int?>`
/// is nil.
package struct Option<Value: ArgumentValue>: Parameter {
  package let name: String
  package let noun: String
  package let help: String

  /// The value when the option is not given.
  let fallback: Value

  /// Whether the word after the option is its value even if it begins with a dash.
  package private(set) var allowsDash = false

  package private(set) var letter: Character?

  package init(_ name: String, _ noun: String, default fallback: Value, _ help: String) {
    self.name = name
    self.noun = noun
    self.help = help
    self.fallback = fallback
  }

  /// An option that is nil when it is not given.
  package init<Wrapped>(_ name: String, _ noun: String, _ help: String) where Value == Wrapped? {
    self.init(name, noun, default: nil, help)
  }

  /// The same option, whose value may begin with one dash.
  package var allowingDash: Option {
    var option = self
    option.allowsDash = true
    return option
  }

  /// The same option, for whose name a letter may stand: `-j 4`, `-j4`, `-j=4`.
  package func short(_ letter: Character) -> Option {
    var option = self
    option.letter = letter
    return option
  }

  package var form: ParameterForm { .option(isRepeatable: false) }
  package var standard: String? { fallback.argument.isEmpty ? nil : fallback.argument }
  package var expectation: String { Value.expectation }
  package var choices: [String] { Value.choices }

  package func value(of word: String) -> (any Sendable)? {
    Value(argument: word)
  }
}
