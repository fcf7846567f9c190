import Support
import TestKit
import Testing

@Suite("Expression parser", .limited)
struct ExpressionParserTests {
  /// Trees, written with all parentheses, and the text that gives them.
  static let trees: [(text: String, same: String)] = [
    ("a or b and c", "a or (b and c)"),
    ("a and b or c", "(a and b) or c"),
    ("not a and b", "(not a) and b"),
    ("not a == b", "not (a == b)"),
    ("not not a", "not (not a)"),
    ("a + b < c * d", "(a + b) < (c * d)"),
    ("a - b - c", "(a - b) - c"),
    ("a / b * c", "(a / b) * c"),
    ("a + b * c", "a + (b * c)"),
    ("-a * b", "(-a) * b"),
    ("-2^2", "-(2^2)"),
    ("2^3^2", "2^(3^2)"),
    ("10^-2", "10^(-2)"),
    ("2^-3^2", "2^(-(3^2))"),
    ("a * -b", "a * (-b)"),
    ("a - -b", "a - (-b)"),
    ("a and not b", "a and (not b)"),
    ("0.5*10 ^( -2*residual )", "0.5 * (10^((-2) * residual))"),
    ("hubble_type >= 3 and hubble_type < 7", "(hubble_type >= 3) and (hubble_type < 7)"),
    ("a == b and c == d", "(a == b) and (c == d)"),
    ("a + b in (1, -2) and c", "((a + b) in (1, -2)) and c"),
    ("not a in ('x')", "not (a in ('x'))"),
    ("not a not in ('x', 'y')", "not (a not in ('x', 'y'))"),
    ("`a` + `b.c` > `e_1`", "a + b.c > e_1"),
  ]

  @Test(arguments: trees)
  func bindsByPrecedence(_ example: (text: String, same: String)) throws {
    let report = InputReport()
    let short = try #require(Self.parse(example.text, report))
    #expect(short == Self.parse(example.same, report))
    #expect(report.diagnostics.isEmpty)
  }

  @Test func buildsATreeWithPlaces() throws {
    let expression = try #require(Self.parse("if(a > 1, 'x', b.c)", InputReport()))
    guard case .call(.if, let arguments) = expression.root.kind else {
      Issue.record("not a call")
      return
    }
    #expect(arguments.map(\.place.span) == [3..<8, 10..<13, 15..<18])
    #expect(arguments[1].kind == .word("x"))
    #expect(arguments[2].kind == .name("b.c"))
    #expect(expression.root.height == 3)
  }

  @Test func listsTheNamesInOrderOfFirstUse() {
    let text = "fit.residuals.fitted * b + abs(a) ^ b - (if(true, a, c))"
    #expect(
      Self.parse(text, InputReport())?.names == ["fit.residuals.fitted", "b", "a", "c"])
  }

  static let mistakes: [(text: String, messages: [String], advice: String)] = [
    ("⟨⟩", ["the expression is empty"], "write one such as 'v_flat > 0'"),
    ("⟨   ⟩", ["the expression is empty"], "write one such as 'v_flat > 0'"),
    ("a ⟨=⟩ b", ["'=' is not an operator"], "write '=='"),
    ("a > 1 ⟨&&⟩ b", ["'&&' is not an operator"], "write 'and'"),
    ("a ⟨||⟩ b", ["'||' is not an operator"], "write 'or'"),
    ("⟨!⟩a", ["'!' is not an operator"], "write 'not'"),
    ("a ⟨**⟩ 2", ["'**' is not an operator"], "write '^'"),
    ("a ⟨≤⟩ 2", ["'≤' is not an operator"], "write '<='"),
    ("a ⟨=<⟩ 2", ["'=<' is not an operator"], "write '<='"),
    ("a ⟨<>⟩ 2", ["'<>' is not an operator"], "write '!='"),
    ("a ⟨AND⟩ b", ["unknown word 'AND'"], "write 'and'"),
    ("a == ⟨\"x\"⟩", ["a word stands in single quotes"], "write 'x'"),
    ("a == ⟨'x⟩", ["the word that starts here has no closing quote"], ""),
    ("a ⟨§⟩ b", ["unknown character '§'"], ""),
    ("⟨é⟩a", ["unknown character 'é'"], "names are made of ASCII letters, digits and '_'"),
    ("⟨(⟩a + b", ["this '(' is not closed"], ""),
    ("abs⟨(⟩", ["this '(' is not closed"], ""),
    ("abs⟨(⟩a", ["this '(' is not closed"], ""),
    ("a + b⟨)⟩", ["this ')' has no '('"], ""),
    ("(⟨)⟩", ["expected a value, not ')'"], ""),
    ("a ⟨+⟩", ["nothing follows '+'"], ""),
    ("a ⟨and⟩", ["nothing follows 'and'"], ""),
    ("⟨*⟩ a", ["expected a value, not '*'"], ""),
    ("⟨+⟩a", ["a sign '+' is not needed"], "leave it out"),
    ("a ⟨b⟩", ["expected an operator, not 'b'"], "a product is written with '*'"),
    ("2 ⟨(⟩a)", ["expected an operator, not '('"], "a product is written with '*'"),
    ("(a ⟨b⟩)", ["expected an operator or ')', not 'b'"], "a product is written with '*'"),
    ("(a⟨,⟩ b)", ["expected an operator or ')', not ','"], ""),
    ("max(a ⟨b⟩)", ["expected an operator, ',' or ')', not 'b'"], "a product is written with '*'"),
    ("a⟨,⟩ b", ["expected an operator, not ','"], ""),
    (
      "⟨log⟩(a)", ["unknown function 'log'"],
      "write 'ln' for the natural logarithm, 'log10' for the decimal one"
    ),
    ("⟨sqr⟩(a)", ["unknown function 'sqr'"], "did you mean 'sqrt'?"),
    ("⟨abs()⟩", ["'abs' takes 1 argument, not 0"], "write 'abs(x)'"),
    ("⟨min(a)⟩", ["'min' takes 2 or more arguments, not 1"], "write 'min(a, b, …)'"),
    ("⟨if(a, b)⟩ + 1", ["'if' takes 3 arguments, not 2"], "write 'if(condition, a, b)'"),
    ("⟨0 < x < 5⟩", ["comparisons cannot be chained"], "write '0 < x and x < 5'"),
    (
      "a and (⟨0 < x + 1 <= (a or b) != 2⟩)", ["comparisons cannot be chained"],
      "write '0 < x + 1 and x + 1 <= (a or b) and (a or b) != 2'"
    ),
    (
      "a == ⟨not⟩ b", ["'not' binds less tightly than what stands before it"],
      "put it in parentheses: '(not …)'"
    ),
    ("⟨2x⟩", ["'2x' is not a number"], "write '2 * x' for a product"),
    ("⟨.5⟩", ["'.5' is not a number"], "write '0.5'"),
    ("⟨5.⟩", ["'5.' is not a number"], "write '5'"),
    ("a == ⟨'it''s⟩", ["the word that starts here has no closing quote"], ""),
    (
      "a == ⟨'x\u{2028}'⟩", [#"a word cannot hold the control character \u{2028}"#],
      "no name and no label has one"
    ),
    ("a == ⟨\"it's\"⟩", ["a word stands in single quotes"], "write 'it''s'"),
    ("a in ⟨[⟩'x', 'y']", ["a list stands in parentheses"], "write (…) in place of […]"),
    ("a ⟨in⟩ 'x'", ["'in' takes a list"], "write in ('x')"),
    ("a not ⟨in⟩ x", ["'in' takes a list"], "write in ('x')"),
    ("a ⟨in⟩", ["'in' takes a list"], "write in (…)"),
    (
      "a in (⟨x⟩, 'y')", ["a list has numbers and words, not 'x'"],
      "a word stands in quotes: write 'x'"
    ),
    (
      "a in (⟨)⟩", ["a list has numbers and words, not ')'"],
      "write it like ('DDO154', 'NGC2403')"
    ),
    ("a in ⟨(⟩'x'", ["this '(' is not closed"], ""),
    ("a in ('x' ⟨'y'⟩)", ["expected ',' or ')', not ''y''"], ""),
    ("a in ('x', ⟨'x'⟩, 'y')", ["'x' stands twice in the list"], "remove one"),
    (
      "⟨a in (1) ==⟩ b", ["comparisons cannot be chained"],
      "join them by 'and', or put one in parentheses"
    ),
    (
      "⟨a == b in⟩ (1)", ["comparisons cannot be chained"],
      "join them by 'and', or put one in parentheses"
    ),
    ("⟨in⟩ (1)", ["expected a value, not 'in'"], ""),
    ("a ⟨IN⟩ ('x')", ["unknown word 'IN'"], "write 'in'"),
    (
      "a ⟨like⟩ 'x'", ["expected an operator, not 'like'"],
      "write == 'A' for one word, in ('A', 'B') for several"
    ),
    (
      "a < 10 ⟨Mpc⟩", ["expected an operator, not 'Mpc'"],
      "a number has no unit: it is in that of the column beside it"
    ),
    (
      "a < ⟨10km⟩", ["'10km' is not a number"],
      "a number has no unit: it is in that of the column beside it"
    ),
    ("⟨`a⟩", ["the name that starts here has no closing quote"], ""),
    ("⟨``⟩", ["there is no name between these backquotes"], ""),
    ("⟨1.2.3⟩", ["'1.2.3' is not a number"], "write it like 12, 0.5 or 1.2e-10"),
    ("⟨1e999⟩", ["'1e999' is too large for a double"], ""),
    ("⟨a..b⟩", ["'a..b' is not a name"], "a dot stands between two words"),
    ("⟨a.⟩", ["'a.' is not a name"], "a dot stands between two words"),
    (
      "a ⟨=⟩ 1 ⟨&&⟩ ⟨log⟩(b) > 0",
      ["'=' is not an operator", "'&&' is not an operator", "unknown function 'log'"], "write '=='"
    ),
  ]

  @Test(arguments: mistakes)
  func reportsEveryMistakeAtItsPlace(
    _ example: (text: String, messages: [String], advice: String)
  ) {
    let marked = MarkedText(example.text)
    let report = InputReport()
    #expect(Expression(parsing: marked.source, report) == nil)
    #expect(report.messages == example.messages)
    #expect(report.places == marked.places)
    #expect(report.advice.first == example.advice)
  }

  @Test func pointsIntoTheStringOfAFile() throws {
    let marked = MarkedText(#"{"where": "é == ⟨⟩'a'", "x": ["v ⟨&&⟩ b"]}"#)
    let file = try #require(JSONParser.parse(marked.source, InputReport()))
    let report = InputReport()
    let node = try #require(file["x"]?.array?.first)
    #expect(JSONType.expression.read(node, report) == nil)
    #expect(report.places == [marked.places[1]])
  }

  @Test func underlinesTheWholeStringWhereEscapesMoveIt() throws {
    let marked = MarkedText(#"[⟨"a == \"b\""⟩]"#)
    let node = try #require(JSONParser.parse(marked.source, InputReport())?.array?.first)
    let report = InputReport()
    #expect(Expression(parsing: node, report) == nil)
    #expect(report.places == marked.places)
  }

  @Test func wantsText() throws {
    let marked = MarkedText("⟨5⟩")
    let node = try #require(JSONParser.parse(marked.source, InputReport()))
    let report = InputReport()
    #expect(Expression(parsing: node, report) == nil)
    #expect(report.messages == ["expected an expression as text, not a number"])
    #expect(report.places == marked.places)
  }

  static let towers: [@Sendable (Int) -> String] = [
    { String(repeating: "(", count: $0) + "a" + String(repeating: ")", count: $0) },
    { String(repeating: "-", count: $0) + "a" },
    { String(repeating: "not ", count: $0) + "a" },
    { "a" + String(repeating: " + a", count: $0) },
    { "a" + String(repeating: "^a", count: $0) },
    { String(repeating: "abs(", count: $0) + "a" + String(repeating: ")", count: $0) },
    { String(repeating: "(", count: $0) },
  ]

  @Test func isNoLongerThanItMayBe() {
    let report = InputReport()
    let text = String(repeating: "a", count: Expression.longest)
    #expect(Self.parse(text, report) != nil)
    #expect(Self.parse(text + "a", report) == nil)
    #expect(report.messages == ["an expression has at most 100,000 letters"])
  }

  @Test(arguments: [
    ("''", ""), ("'it''s'", "it's"), ("''''", "'"), ("'''a'''", "'a'"), ("'a\"b'", "a\"b"),
  ])
  func readsADoubledQuoteAsOne(text: String, word: String) {
    let expression = Self.parse(text, InputReport())
    #expect(expression?.root.kind == .word(word))
    #expect(expression?.canonicalText == text)
  }

  @Test(arguments: towers.indices)
  func boundsTheDepth(_ index: Int) {
    let report = InputReport()
    #expect(Self.parse(Self.towers[index](15_000), report) == nil)
    let limit = index == 3 ? Expression.greatestHeight : Expression.deepestNesting
    #expect(report.messages == ["the expression is more than \(limit) levels deep"])
    if index + 1 < Self.towers.count {
      #expect(Self.parse(Self.towers[index](limit - 1), InputReport()) != nil)
    }
  }

  static func parse(_ text: String, _ report: InputReport) -> Expression? {
    Expression(parsing: SourceText(name: "test", text: text), report)
  }
}
