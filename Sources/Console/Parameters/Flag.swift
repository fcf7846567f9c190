/// A parameter that is there or not: `--json`.
package struct Flag: Parameter {
  package let name: String
  package let help: String

  package init(_ name: String, _ help: String) {
    self.name = name
    self.help = help
  }

  package var form: ParameterForm { .flag }
  package var noun: String { name }
  package var standard: String? { nil }
  package var expectation: String { "no value" }
  package var choices: [String] { [] }

  package func value(of word: String) -> (any Sendable)? { nil }
}
