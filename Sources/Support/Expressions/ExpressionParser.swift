/// Builds the tree of an expression by climbing precedences.
///
/// A mistake after which the meaning is still clear is reported and the reading goes on; any other
/// is the last.
struct ExpressionParser {
  private let text: ExpressionText
  private let report: InputReport
  private let tokens: [ExpressionToken]
  private var position = 0
  private var depth = 0

  private init(_ text: ExpressionText, _ tokens: [ExpressionToken], _ report: InputReport) {
    self.text = text
    self.tokens = tokens
    self.report = report
  }

  /// Parses a whole expression.
  ///
  /// - Returns: The tree, or `nil` when there are mistakes; they are in the report.
  static func parse(_ text: ExpressionText, _ report: InputReport) -> ExpressionNode? {
    let own = InputReport(within: report)
    let root = try? tree(of: text, own)
    report.add(own)
    return own.hasErrors ? nil : root
  }

  /// Thrown after a mistake that ends the reading; the report has it.
  private struct Stop: Error {}

  private static func tree(
    of text: ExpressionText, _ report: InputReport
  ) throws(Stop) -> ExpressionNode {
    guard let tokens = ExpressionLexer.tokens(of: text, report) else { throw Stop() }
    var parser = ExpressionParser(text, tokens, report)
    if parser.token.kind == .end {
      report.error(
        "the expression is empty", at: text.place, help: "write one such as 'v_flat > 0'")
      throw Stop()
    }
    let root = try parser.expression(.or)
    switch parser.token.kind {
    case .end: return root
    case .close: throw parser.stop("this ')' has no '('", at: parser.token.span)
    default: throw parser.stopAtSurplus("expected an operator")
    }
  }

  /// Reads as far as operators bind at least as tightly as `outer`.
  private mutating func expression(_ outer: ExpressionPrecedence) throws(Stop) -> ExpressionNode {
    depth += 1
    defer { depth -= 1 }
    if depth > Expression.deepestNesting { throw tooDeep(Expression.deepestNesting, token.span) }
    let start = token.span.lowerBound
    var left = try prefix(outer)
    while let next = tokens.infix(at: position), next.precedence >= outer {
      switch next {
      case .binary(let infix):
        position += 1
        let right = try expression(infix.rightOperand)
        if infix.family == .comparison { try chain(from: start, [left, right], [infix]) }
        left = try node(.binary(infix, left, right), from: start)
      case .among(let isIn):
        position += isIn ? 1 : 2
        left = try node(.among(left, list(), isIn: isIn), from: start)
      }
      if next.precedence == .comparison { try refuseChain(from: start) }
    }
    return left
  }

  /// Reads the list behind `in`: numbers and words in parentheses, each once.
  private mutating func list() throws(Stop) -> [ExpressionNode] {
    let open = token
    guard open.kind == .open else {
      let value =
        switch open.kind {
        case .word(let word), .name(let word): ExpressionNode.quoted(word)
        case .number: text[open.span]
        default: "…"
        }
      throw stop("'in' takes a list", at: tokens[position - 1].span, help: "write in (\(value))")
    }
    position += 1
    var list = [try element()]
    while token.kind == .comma {
      position += 1
      list.append(try element())
    }
    try close(open, or: "expected ',' or ')'")
    var seen: Set<String> = []
    for element in list where !seen.insert(element.canonicalText).inserted {
      report.error(
        "\(element.canonicalText) stands twice in the list", at: element.place, help: "remove one")
    }
    return list
  }

  private mutating func element() throws(Stop) -> ExpressionNode {
    let first = token
    position += 1
    switch first.kind {
    case .word(let word): return try node(.word(word), from: first.span.lowerBound)
    case .number(let number): return try node(.number(number), from: first.span.lowerBound)
    case .infix(.minus):
      guard case .number(let number) = token.kind else { break }
      let inner = token.span.lowerBound
      position += 1
      return try node(.minus(node(.number(number), from: inner)), from: first.span.lowerBound)
    case .name(let name):
      throw stop(
        "a list has numbers and words, not '\(name)'", at: first.span,
        help: "a word stands in quotes: write \(ExpressionNode.quoted(name))")
    default: break
    }
    position -= 1
    throw first.kind == .end
      ? stopAtGap()
      : stop(
        "a list has numbers and words, not '\(text[first.span])'", at: first.span,
        help: "write it like ('DDO154', 'NGC2403')")
  }

  /// Refuses a comparison right behind one that has ended.
  private func refuseChain(from start: Int) throws(Stop) {
    guard tokens.infix(at: position)?.precedence == .comparison else { return }
    throw stop(
      "comparisons cannot be chained", at: start..<token.span.upperBound,
      help: "join them by 'and', or put one in parentheses")
  }

  private mutating func prefix(_ outer: ExpressionPrecedence) throws(Stop) -> ExpressionNode {
    let first = token
    let start = first.span.lowerBound
    position += 1
    switch first.kind {
    case .number(let number): return try node(.number(number), from: start)
    case .word(let word): return try node(.word(word), from: start)
    case .boolean(let value): return try node(.boolean(value), from: start)
    case .name(let name) where token.kind == .open: return try call(name, first.span)
    case .name(let name), .quotedName(let name): return try node(.name(name), from: start)
    case .open:
      let inner = try expression(.or)
      try close(first, or: "expected an operator or ')'")
      return inner
    case .infix(.minus):
      return try node(.minus(expression(.sign)), from: start)
    case .infix(.plus):
      report.error(
        "a sign '+' is not needed", at: text.place(of: first.span), help: "leave it out")
      return try expression(.sign)
    case .not:
      if outer > .not {
        report.error(
          "'not' binds less tightly than what stands before it", at: text.place(of: first.span),
          help: "put it in parentheses: '(not …)'")
      }
      return try node(.not(expression(.not)), from: start)
    case .infix, .among, .close, .comma, .end:
      position -= 1
      throw stopAtGap()
    }
  }

  private mutating func call(_ name: String, _ span: Range<Int>) throws(Stop) -> ExpressionNode {
    let open = token
    position += 1
    var arguments: [ExpressionNode] = []
    if token.kind != .close {
      arguments.append(try expression(.or))
      while token.kind == .comma {
        position += 1
        arguments.append(try expression(.or))
      }
    }
    try close(open, or: "expected an operator, ',' or ')'")
    guard let function = ExpressionFunction(rawValue: name) else {
      report.error(
        "unknown function '\(name)'", at: text.place(of: span),
        help: ExpressionFunction.advice(for: name))
      return try node(.name(name), from: span.lowerBound)
    }
    let whole = span.lowerBound..<tokens[position - 1].span.upperBound
    if !function.argumentCounts.contains(arguments.count) {
      let least = function.argumentCounts.lowerBound
      let wanted = function.argumentCounts.upperBound > least ? "\(least) or more" : "\(least)"
      let noun = wanted == "1" ? "argument" : "arguments"
      report.error(
        "'\(name)' takes \(wanted) \(noun), not \(arguments.count)", at: text.place(of: whole),
        help: "write '\(function.usage)'")
    }
    return try node(.call(function, arguments), from: span.lowerBound)
  }

  /// Reads on from `a < b` to the end of `a < b < c`, and reports it if there is more.
  private mutating func chain(
    from start: Int, _ operands: [ExpressionNode], _ infixes: [ExpressionOperator]
  ) throws(Stop) {
    var (operands, infixes) = (operands, infixes)
    while case .infix(let next) = token.kind, next.family == .comparison {
      position += 1
      operands.append(try expression(next.rightOperand))
      infixes.append(next)
    }
    if infixes.count == 1 { return }
    let place = text.place(of: start..<tokens[position - 1].span.upperBound)
    let pairs = infixes.indices.map { index in
      let kind = ExpressionNode.Kind.binary(infixes[index], operands[index], operands[index + 1])
      return ExpressionNode(kind, at: place).canonicalText
    }
    report.error(
      "comparisons cannot be chained", at: place,
      help: pairs.count > 3 ? nil : "write '\(pairs.joined(separator: " and "))'")
  }

  private mutating func close(_ open: ExpressionToken, or expected: String) throws(Stop) {
    switch token.kind {
    case .close: position += 1
    case .end: throw stop("this '(' is not closed", at: open.span)
    default: throw stopAtSurplus(expected)
    }
  }

  private var token: ExpressionToken { tokens[position] }

  private func node(_ kind: ExpressionNode.Kind, from start: Int) throws(Stop) -> ExpressionNode {
    let span = start..<tokens[position - 1].span.upperBound
    let node = ExpressionNode(kind, at: text.place(of: span))
    if node.height > Expression.greatestHeight {
      throw tooDeep(Expression.greatestHeight, tokens[position - 1].span)
    }
    return node
  }

  private func stop(_ message: String, at span: Range<Int>, help: String? = nil) -> Stop {
    report.error(message, at: text.place(of: span), help: help)
    return Stop()
  }

  private func tooDeep(_ limit: Int, _ span: Range<Int>) -> Stop {
    stop(
      "the expression is more than \(limit) levels deep", at: span, help: "split it into several")
  }

  private var isBehindNumber: Bool {
    guard position > 0, case .number = tokens[position - 1].kind else { return false }
    return true
  }

  /// A value is missing where the current token stands.
  private func stopAtGap() -> Stop {
    let last = tokens[max(position, 1) - 1]
    guard token.kind == .end else {
      return stop("expected a value, not '\(text[token.span])'", at: token.span)
    }
    return last.kind == .open
      ? stop("this '(' is not closed", at: last.span)
      : stop("nothing follows '\(text[last.span])'", at: last.span)
  }

  /// The current token is one too many.
  private func stopAtSurplus(_ expected: String) -> Stop {
    let message = "\(expected), not '\(text[token.span])'"
    switch token.kind {
    case .name(let name) where isBehindNumber && ExpressionToken.isUnit(name):
      return stop(message, at: token.span, help: ExpressionToken.adviceOnUnits)
    case .name(let name) where ["like", "is", "contains", "within"].contains(name.lowercased()):
      return stop(
        message, at: token.span, help: "write == 'A' for one word, in ('A', 'B') for several")
    case .number, .name, .quotedName, .open:
      return stop(message, at: token.span, help: "a product is written with '*'")
    default: return stop(message, at: token.span)
    }
  }
}
