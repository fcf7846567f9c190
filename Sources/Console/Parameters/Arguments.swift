/// The words of one command line, matched with the declared parameters and converted.
package struct Arguments: Sendable {
  /// The command and all its words, as they were given.
  package let line: [String]
  /// What was given, by the key of its parameter; a parameter that was not given has no values.
  var values: [String: [any Sendable]]

  /// How commands in advice are written, so that they mean what this command line means.
  package var invocation = Invocation()

  package subscript<Value>(_ parameter: Positional<Value>) -> Value {
    guard let value = values(of: parameter, as: Value.self).first ?? parameter.fallback else {
      preconditionFailure("'\(parameter.key)' is required, so it was given")
    }
    return value
  }

  package subscript<Value>(_ parameter: Positionals<Value>) -> [Value] {
    values(of: parameter, as: Value.self)
  }

  package subscript<Value>(_ parameter: Option<Value>) -> Value {
    values(of: parameter, as: Value.self).first ?? parameter.fallback
  }

  package subscript<Value>(_ parameter: Options<Value>) -> [Value] {
    values(of: parameter, as: Value.self)
  }

  package subscript(_ parameter: Flag) -> Bool {
    isGiven(parameter)
  }

  /// Whether the command line has the parameter, even with the value of its default.
  package func isGiven(_ parameter: some Parameter) -> Bool {
    !stored(parameter.key).isEmpty
  }

  private func values<Value>(of parameter: some Parameter, as type: Value.Type) -> [Value] {
    stored(parameter.key).map { stored in
      guard let value = stored as? Value else {
        preconditionFailure("'\(parameter.key)' is declared with another type")
      }
      return value
    }
  }

  private func stored(_ key: String) -> [any Sendable] {
    guard let stored = values[key] else {
      preconditionFailure("'\(key)' is not in the parameters of this command")
    }
    return stored
  }
}

extension Arguments {
  /// The words that were given for a parameter, by its key; none where the command does not have
  /// it.
  func words(of key: String) -> [String] {
    guard let stored = values[key] else { return [] }
    return stored.compactMap { ($0 as? any ArgumentValue)?.argument }
  }
}
