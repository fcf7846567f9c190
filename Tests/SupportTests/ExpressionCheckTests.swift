import Support
import TestKit
import Testing

@Suite("Expression check", .limited)
struct ExpressionCheckTests {
  /// A few columns of the catalogue.
  struct Columns: ExpressionNames {
    let kinds: [String: ExpressionKind] = [
      "galaxy": .word(vocabulary: ["DDO154", "NGC2403"]), "note": .word(vocabulary: nil),
      "fit.status": .word(vocabulary: ["interior", "at_bound"]),
      "v_flat": .number, "points": .number, "clamped": .boolean,
    ]

    var names: [String] { kinds.keys.sorted() }

    func kind(of name: String) -> ExpressionKind? { kinds[name] }
  }

  static let sound: [(text: String, kind: ExpressionKind)] = [
    ("v_flat > 0 and not clamped", .boolean),
    ("-v_flat^2 + max(points, 1, 2)", .number),
    ("galaxy == 'DDO154' or 'NGC2403' != galaxy", .boolean),
    ("note == 'anything'", .boolean),
    ("missing(galaxy) or missing(v_flat)", .boolean),
    ("if(clamped, v_flat, 0)", .number),
    ("if(clamped, 'a', 'b')", .word(vocabulary: ["a", "b"])),
    ("if(clamped, 'a', note)", .word(vocabulary: nil)),
    ("galaxy == if(clamped, 'DDO154', 'NGC2403')", .boolean),
    ("clamped == false", .boolean),
    ("galaxy in ('DDO154', 'NGC2403') and points not in (3, -4)", .boolean),
    ("note in ('anything')", .boolean),
    ("`v_flat` > 0", .boolean),
    ("(v_flat > 1) != clamped", .boolean),
    ("galaxy", .word(vocabulary: ["DDO154", "NGC2403"])),
  ]

  @Test(arguments: sound)
  func findsTheKind(_ example: (text: String, kind: ExpressionKind)) throws {
    let report = InputReport()
    let expression = try #require(ExpressionParserTests.parse(example.text, report))
    #expect(expression.check(in: Columns(), report) == example.kind)
    #expect(report.diagnostics.isEmpty)
  }

  static let mistakes: [(text: String, messages: [String], advice: String)] = [
    ("⟨vflat⟩ > 0", ["unknown column 'vflat'"], "did you mean 'v_flat'?"),
    ("⟨abs⟩ + 1", ["unknown column 'abs'"], "the function is written 'abs(x)'"),
    ("⟨'a'⟩ + 1", ["'+' takes numbers, not a word"], ""),
    ("v_flat * ⟨clamped⟩", ["'*' takes numbers, not a condition"], ""),
    ("-⟨clamped⟩", ["'-' takes numbers, not a condition"], ""),
    ("not ⟨v_flat⟩", ["'not' takes a condition, not a number"], ""),
    ("clamped and ⟨v_flat⟩", ["'and' takes conditions, not a number"], ""),
    ("sqrt(⟨galaxy⟩)", ["'sqrt' takes numbers, not a word"], ""),
    ("if(⟨1⟩, 2, 3)", ["'if' takes a condition first, not a number"], ""),
    ("if(clamped, 2, ⟨'a'⟩)", ["'if' has to give one kind of value, not a number or a word"], ""),
    ("missing(⟨clamped⟩)", ["'missing' takes a number or a word, not a condition"], ""),
    ("clamped and ⟨points == '10'⟩", ["'==' cannot compare a number with a word"], ""),
    ("⟨galaxy < 'DDO154'⟩", ["words are compared with '==' and '!=' only, not with '<'"], ""),
    ("⟨clamped >= true⟩", ["conditions are compared with '==' and '!=' only, not with '>='"], ""),
    ("galaxy == ⟨'DDO145'⟩", ["unknown galaxy 'DDO145'"], "did you mean 'DDO154'?"),
    ("⟨'DDO145'⟩ != galaxy", ["unknown galaxy 'DDO145'"], "did you mean 'DDO154'?"),
    ("fit.status == ⟨'inner'⟩", ["unknown status 'inner'"], "choose from interior, at_bound"),
    ("galaxy in ('DDO154', ⟨'DDO145'⟩)", ["unknown galaxy 'DDO145'"], "did you mean 'DDO154'?"),
    ("galaxy in ('DDO154', ⟨3⟩)", ["'in' cannot look for a word among numbers"], ""),
    ("points not in (⟨'a'⟩)", ["'in' cannot look for a number among words"], ""),
    ("⟨clamped⟩ in (1)", ["'in' looks for a number or a word, not a condition"], ""),
    ("⟨`v flat`⟩ > 0", ["unknown column 'v flat'"], "did you mean 'v_flat'?"),
    (
      "fit.status == ⟨interior⟩", ["unknown column 'interior'"],
      "a word stands in quotes: write 'interior'"
    ),
    (
      "galaxy == if(clamped, 'DDO154', ⟨'UGC1'⟩)", ["unknown galaxy 'UGC1'"],
      "choose from DDO154, NGC2403"
    ),
    (
      "⟨x⟩ > 0 and ⟨'a'⟩ - ⟨y⟩ > 1",
      ["unknown column 'x'", "'-' takes numbers, not a word", "unknown column 'y'"],
      "choose from clamped, fit.status, galaxy, note, points, v_flat"
    ),
  ]

  @Test(arguments: mistakes)
  func reportsEveryMistakeAtItsPlace(
    _ example: (text: String, messages: [String], advice: String)
  ) throws {
    let marked = MarkedText(example.text)
    let report = InputReport()
    let expression = try #require(Expression(parsing: marked.source, report))
    #expect(expression.check(in: Columns(), report) == nil)
    #expect(report.messages == example.messages)
    #expect(report.places == marked.places)
    #expect(report.advice.first == example.advice)
  }

  @Test func wantsTheKindThatIsExpected() throws {
    let report = InputReport()
    let marked = MarkedText("⟨v_flat⟩")
    let expression = try #require(Expression(parsing: marked.source, report))
    #expect(expression.check(in: Columns(), expecting: .boolean, report) == nil)
    #expect(report.messages == ["expected a condition, not a number"])
    #expect(report.advice == ["write a comparison, such as 'v_flat > 0'"])
    #expect(report.places == marked.places)
    #expect(expression.check(in: Columns(), expecting: .number, InputReport()) == .number)
  }

  @Test func callsNamesWhatItIsTold() throws {
    let report = InputReport()
    let expression = try #require(ExpressionParserTests.parse("q", report))
    #expect(expression.check(in: Columns(), noun: "parameter", report) == nil)
    #expect(report.messages == ["unknown parameter 'q'"])
  }

  @Test func judgesEachExpressionByItself() throws {
    let report = InputReport()
    report.error("something else", at: nil)
    let expression = try #require(ExpressionParserTests.parse("points + 1", report))
    #expect(expression.check(in: Columns(), report) == .number)
  }
}
