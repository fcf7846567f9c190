extension Expression {
  /// Checks names and kinds, and reports every mistake at its place.
  ///
  /// - Parameters:
  ///   - names: The names that may be used.
  ///   - expected: The kind that the whole must have, vocabulary aside; any if `nil`.
  ///   - noun: What to call a name in a message.
  ///   - report: Where the mistakes go.
  /// - Returns: The kind of the whole, or `nil` when there are mistakes.
  @discardableResult
  package func check(
    in names: some ExpressionNames, expecting expected: ExpressionKind? = nil,
    noun: String = "column", _ report: InputReport
  ) -> ExpressionKind? {
    let own = InputReport(within: report)
    let check = ExpressionCheck(names: names, noun: noun, report: own)
    let kind = check.kind(of: root)
    if let kind, let expected, !kind.matches(expected) {
      let help: String? =
        if case .name(let name) = root.kind, expected == .boolean, kind == .number {
          "write a comparison, such as '\(name) > 0'"
        } else { nil }
      own.error("expected \(expected.phrase), not \(kind.phrase)", at: root.place, help: help)
    }
    report.add(own)
    return own.hasErrors ? nil : kind
  }
}
