/// Cuts an expression into tokens.
///
/// A slip whose meaning is clear (`&&` for `and`) is reported and read as what is meant, so that
/// the parser can go on and find the other mistakes too.
struct ExpressionLexer {
  private let text: ExpressionText
  private let report: InputReport
  private var offset = 0
  private var tokens: [ExpressionToken] = []
  /// Whether a mistake left a gap that makes the rest a guess.
  private var hasGap = false
  /// Whether a list was opened by a bracket.
  private var hasBracket = false

  private init(_ text: ExpressionText, _ report: InputReport) {
    self.text = text
    self.report = report
  }

  /// The tokens with an `end` after the last one, or `nil` where a mistake left a gap.
  static func tokens(of text: ExpressionText, _ report: InputReport) -> [ExpressionToken]? {
    var lexer = ExpressionLexer(text, report)
    while !lexer.hasGap, let byte = lexer.peek {
      lexer.next(byte)
    }
    lexer.add(.end, from: lexer.offset)
    return lexer.hasGap ? nil : lexer.tokens
  }

  private mutating func next(_ byte: UInt8) {
    switch byte {
    case 0x20, 0x09, 0x0a, 0x0d: offset += 1
    case UInt8(ascii: "'"), UInt8(ascii: "\""): word(in: byte)
    case UInt8(ascii: "`"): quotedName()
    case UInt8(ascii: "[") where tokens.last?.kind == .among: bracket(.open)
    case UInt8(ascii: "]") where hasBracket: bracket(.close)
    case _ where byte.isDigit: number()
    case UInt8(ascii: ".") where offset + 1 < text.bytes.count && text.bytes[offset + 1].isDigit:
      number()
    case _ where byte.isWordByte: identifier()
    default: mark()
    }
  }

  private mutating func identifier() {
    let start = offset
    skipWordsAndDots()
    let name = text[start..<offset]
    if name.split(separator: ".", omittingEmptySubsequences: false)
      .contains(where: { $0.utf8.first?.isDigit ?? true })
    {
      gap("'\(name)' is not a name", from: start, help: "a dot stands between two words")
      return
    }
    let lower = ExpressionToken.kind(of: name.lowercased())
    if case .name = lower {
      add(.name(name), from: start)
    } else {
      if name != name.lowercased() {
        slip("unknown word '\(name)'", from: start, help: "write '\(name.lowercased())'")
      }
      add(lower, from: start)
    }
  }

  private mutating func number() {
    let start = offset
    skipDigits()
    let wholeEnd = offset
    var isValid = wholeEnd > start
    if take(".") {
      let fraction = offset
      skipDigits()
      isValid = isValid && offset > fraction
    }
    let mantissaEnd = offset
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      let exponent = offset
      skipDigits()
      if offset == exponent { offset = mantissaEnd }
    }
    let end = offset
    skipWordsAndDots()
    let spelling = text[start..<offset]
    guard isValid, offset == end, let number = Double(spelling) else {
      let help: String
      switch (text[start..<mantissaEnd], text[end..<offset]) {
      case (let digits, "") where wholeEnd == start: help = "write '0\(digits)'"
      case (_, "") where mantissaEnd == wholeEnd + 1: help = "write '\(text[start..<wholeEnd])'"
      case (_, let rest) where isValid && ExpressionToken.isUnit(rest):
        help = ExpressionToken.adviceOnUnits
      case (_, let rest) where isValid && rest.utf8.first?.isDigit == false && !rest.contains("."):
        help = "write '\(text[start..<end]) * \(rest)' for a product"
      default: help = "write it like 12, 0.5 or 1.2e-10"
      }
      gap("'\(spelling)' is not a number", from: start, help: help)
      return
    }
    guard number.isFinite else {
      gap("'\(spelling)' is too large for a double", from: start, help: nil)
      return
    }
    add(.number(number), from: start)
  }

  private mutating func word(in quote: UInt8) {
    let start = offset
    guard let content = quoted(by: quote, "word") else { return }
    if quote == UInt8(ascii: "\"") {
      slip(
        "a word stands in single quotes", from: start,
        help: "write \(ExpressionNode.quoted(content))")
    }
    add(.word(content), from: start)
  }

  private mutating func quotedName() {
    let start = offset
    guard let content = quoted(by: UInt8(ascii: "`"), "name") else { return }
    if content.isEmpty {
      gap("there is no name between these backquotes", from: start, help: nil)
      return
    }
    add(.quotedName(content), from: start)
  }

  /// Reads on to the closing quote; `nil` after a mistake.
  ///
  /// Two quotes are one of the text.
  private mutating func quoted(by quote: UInt8, _ noun: String) -> String? {
    let start = offset
    var word: [UInt8] = []
    var isClosed = false
    repeat {
      // A quote that was doubled is the first of the rest.
      if offset > start { word.append(quote) }
      offset += 1
      let content = offset
      while let byte = peek, byte != quote { offset += 1 }
      word += text.bytes[content..<offset]
      isClosed = peek == quote
      if isClosed { offset += 1 }
    } while isClosed && peek == quote
    let content = String(decoding: word, as: UTF8.self)
    guard isClosed else {
      gap("the \(noun) that starts here has no closing quote", from: start, help: nil)
      return nil
    }
    if let control = content.firstControl {
      gap(
        "a \(noun) cannot hold the control character \(control.spelling)", from: start,
        help: "no name and no label has one")
      return nil
    }
    return content
  }

  private mutating func mark() {
    let start = offset
    let rest = text.bytes[start...]
    // The longest one counts; a mark before a slip.
    var longest: ExpressionToken.Mark?
    for mark in ExpressionToken.marksAndSlips where mark.bytes[0] == text.bytes[start] {
      let isLonger = longest.map { mark.bytes.count > $0.bytes.count } ?? true
      if isLonger, rest.starts(with: mark.bytes) { longest = mark }
    }
    guard let mark = longest else {
      let character = String(decoding: rest.prefix(64), as: UTF8.self).first ?? "?"
      offset = min(text.bytes.count, start + character.utf8.count)
      gap(
        "unknown character '\(character)'", from: start,
        help: character.isLetter ? "names are made of ASCII letters, digits and '_'" : nil)
      return
    }
    offset += mark.bytes.count
    if let meant = mark.meant {
      slip(
        "'\(String(decoding: mark.bytes, as: UTF8.self))' is not an operator", from: start,
        help: "write '\(meant)'")
    }
    add(mark.kind, from: start)
  }

  /// A bracket round the list after `in`, which is read as the parenthesis that is meant.
  private mutating func bracket(_ kind: ExpressionToken.Kind) {
    let start = offset
    offset += 1
    hasBracket = kind == .open
    if hasBracket {
      slip("a list stands in parentheses", from: start, help: "write (…) in place of […]")
    }
    add(kind, from: start)
  }

  private mutating func add(_ kind: ExpressionToken.Kind, from start: Int) {
    tokens.append(ExpressionToken(kind: kind, span: start..<offset))
  }

  private func slip(
    _ message: @autoclosure () -> String, from start: Int, help: @autoclosure () -> String
  ) {
    report.error(message(), at: text.place(of: start..<offset), help: help())
  }

  private mutating func gap(_ message: String, from start: Int, help: String?) {
    report.error(message, at: text.place(of: start..<offset), help: help)
    hasGap = true
  }

  private var peek: UInt8? {
    offset < text.bytes.count ? text.bytes[offset] : nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func skipDigits() {
    while let byte = peek, byte.isDigit { offset += 1 }
  }

  private mutating func skipWordsAndDots() {
    while let byte = peek, byte.isWordByte || byte == UInt8(ascii: ".") { offset += 1 }
  }
}
