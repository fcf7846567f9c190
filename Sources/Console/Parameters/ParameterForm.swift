/// How a parameter is given.
package enum ParameterForm: Equatable, Sendable {
  /// One word at its place.
  case positional(isRequired: Bool)
  /// All further words.
  case positionals(minimum: Int)
  /// `--name value` or `--name=value`.
  case option(isRepeatable: Bool)
  /// `--name`.
  case flag

  var isPositional: Bool {
    switch self {
    case .positional, .positionals: true
    case .option, .flag: false
    }
  }
}
