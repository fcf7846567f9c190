/// A parameter with a name that may be given any number of times: `--set a=1 --set b=2`.
package struct Options<Value: ArgumentValue>: Parameter {
  package let name: String
  package let noun: String
  package let help: String

  package init(_ name: String, _ noun: String, _ help: String) {
    self.name = name
    self.noun = noun
    self.help = help
  }

  package var form: ParameterForm { .option(isRepeatable: true) }
  package var standard: String? { nil }
  package var expectation: String { Value.expectation }
  package var choices: [String] { Value.choices }

  package func value(of word: String) -> (any Sendable)? {
    Value(argument: word)
  }
}
