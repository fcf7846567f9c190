/// The names that an expression may use, such as the columns of a table.
package protocol ExpressionNames {
  /// The kind of a name's value; `nil` for an unknown name.
  func kind(of name: String) -> ExpressionKind?

  /// Every name, for advice.
  var names: [String] { get }

  /// What to do about an unknown name.
  func advice(for name: String) -> String
}

extension ExpressionNames {
  package func advice(for name: String) -> String { names.advice(for: name) }
}
