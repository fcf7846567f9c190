/// Finds the kind of every node; where that is a mistake, it is reported once and the kind is
/// `nil`.
struct ExpressionCheck<Names: ExpressionNames> {
  let names: Names
  let noun: String
  let report: InputReport

  func kind(of node: ExpressionNode) -> ExpressionKind? {
    switch node.kind {
    case .number: return .number
    case .boolean: return .boolean
    case .word(let word): return .word(vocabulary: [word])
    case .name(let name): return kind(named: name, at: node.place)
    case .minus(let operand):
      require(.number, operand, by: "'-' takes numbers")
      return .number
    case .not(let operand):
      require(.boolean, operand, by: "'not' takes a condition")
      return .boolean
    case .binary(let infix, let left, let right):
      switch infix.family {
      case .arithmetic:
        for part in [left, right] {
          require(.number, part, by: "'\(infix.rawValue)' takes numbers")
        }
        return .number
      case .logic:
        for part in [left, right] {
          require(.boolean, part, by: "'\(infix.rawValue)' takes conditions")
        }
        return .boolean
      case .comparison:
        compare(infix, left, right, at: node.place)
        return .boolean
      }
    case .call(let function, let arguments):
      return kind(of: function, arguments)
    }
  }

  private func kind(named name: String, at place: Place) -> ExpressionKind? {
    if let kind = names.kind(of: name) { return kind }
    let function = ExpressionFunction(rawValue: name)
    report.error(
      "unknown \(noun) '\(name)'", at: place,
      help: function.map { "the function is written '\($0.usage)'" }
        ?? names.meaning(of: name).map { "did you mean '\($0)'?" }
        ?? names.names.advice(for: name))
    return nil
  }

  private func kind(
    of function: ExpressionFunction, _ arguments: [ExpressionNode]
  ) -> ExpressionKind? {
    switch function {
    case .if:
      require(.boolean, arguments[0], by: "'if' takes a condition first")
      let (first, second) = (kind(of: arguments[1]), kind(of: arguments[2]))
      guard let first, let second else { return nil }
      if first.matches(second) { return first.joined(with: second) }
      report.error(
        "'if' has to give one kind of value, not \(first.phrase) or \(second.phrase)",
        at: arguments[2].place)
      return nil
    case .missing:
      if kind(of: arguments[0]) == .boolean {
        report.error("'missing' takes a number or a word, not a condition", at: arguments[0].place)
      }
      return .boolean
    default:
      for argument in arguments {
        require(.number, argument, by: "'\(function.name)' takes numbers")
      }
      return .number
    }
  }

  private func require(_ wanted: ExpressionKind, _ node: ExpressionNode, by rule: String) {
    guard let found = kind(of: node), !found.matches(wanted) else { return }
    report.error("\(rule), not \(found.phrase)", at: node.place)
  }

  private func compare(
    _ infix: ExpressionOperator, _ left: ExpressionNode, _ right: ExpressionNode, at place: Place
  ) {
    if reportsBareWord(left, beside: right) || reportsBareWord(right, beside: left) { return }
    let (leftKind, rightKind) = (kind(of: left), kind(of: right))
    guard let leftKind, let rightKind else { return }
    guard leftKind.matches(rightKind) else {
      report.error(
        "'\(infix.rawValue)' cannot compare \(leftKind.phrase) with \(rightKind.phrase)", at: place)
      return
    }
    if leftKind != .number, infix != .equal, infix != .unequal {
      report.error(
        "\(leftKind.plural) are compared with '==' and '!=' only, not with '\(infix.rawValue)'",
        at: place)
      return
    }
    refuseUnknownWords(in: right, beside: left)
    refuseUnknownWords(in: left, beside: right)
  }

  /// Reports a name that is unknown as such, but known as a word of the column beside it.
  private func reportsBareWord(_ node: ExpressionNode, beside column: ExpressionNode) -> Bool {
    guard case .name(let word) = node.kind, names.kind(of: word) == nil,
      case .name(let name) = column.kind,
      case .word(.some(let vocabulary)) = names.kind(of: name), vocabulary.contains(word)
    else { return false }
    report.error(
      "unknown \(noun) '\(word)'", at: node.place,
      help: "a word stands in quotes: write \(ExpressionNode.quoted(word))")
    return true
  }

  /// Reports literals that the column beside them never holds.
  private func refuseUnknownWords(in node: ExpressionNode, beside column: ExpressionNode) {
    guard case .name(let name) = column.kind,
      case .word(.some(let vocabulary)) = names.kind(of: name)
    else { return }
    switch node.kind {
    case .word(let word) where !vocabulary.contains(word):
      let noun = name.split(separator: ".").last.map(String.init) ?? name
      report.error(
        "unknown \(noun) \(ExpressionNode.quoted(word))", at: node.place,
        help: vocabulary.map(ExpressionNode.doublingQuotes)
          .advice(for: ExpressionNode.doublingQuotes(in: word)))
    case .call(.if, let arguments):
      for argument in arguments.dropFirst() { refuseUnknownWords(in: argument, beside: column) }
    default: break
    }
  }
}
