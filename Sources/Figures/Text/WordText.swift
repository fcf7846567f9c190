import Support

/// Words of a table as figures write them: rules with the symbols of their quantities, laws as
/// people call them.
enum WordText {
  /// The word in the markup of labels: `v_flat > 0` is `*V*_{flat} > 0`.
  static func text(_ word: String) -> String { rule(word) ?? ModelTitle.text(word) }

  private static func rule(_ word: String) -> String? {
    guard word.contains(where: { "<>=".contains($0) }),
      let expression = Expression(named: word), isRule(expression.root)
    else { return nil }
    return AxisText.text(expression.root)
  }

  /// Whether it is made of comparisons.
  private static func isRule(_ node: ExpressionNode) -> Bool {
    guard case .binary(let sign, let left, let right) = node.kind else { return false }
    switch sign.family {
    case .comparison: return true
    case .logic: return isRule(left) && isRule(right)
    case .arithmetic: return false
    }
  }
}
