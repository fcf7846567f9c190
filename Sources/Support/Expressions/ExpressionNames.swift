/// The names that an expression may use, such as the columns of a table.
package protocol ExpressionNames {
  /// The kind of a name's value; `nil` for an unknown name.
  func kind(of name: String) -> ExpressionKind?

  /// Every name, for advice.
  var names: [String] { get }

  /// The name that seems to be meant by one of another make; `nil` if none is.
  func meaning(of name: String) -> String?
}

extension ExpressionNames {
  package func meaning(of name: String) -> String? { nil }
}
