import Support
import TestKit
import Testing

@Suite("Canonical text of an expression", .limited)
struct ExpressionTextTests {
  @Test(arguments: [
    (" ( a+b )*c ", "(a + b) * c"), ("((a)*(b))+c", "a * b + c"), ("a-(b-c)", "a - (b - c)"),
    ("(a-b)-c", "a - b - c"), ("( -2 )^2", "(-2)^2"), ("-(2^2)", "-2^2"), ("(2^3)^2", "(2^3)^2"),
    ("2^(3^2)", "2^3^2"), ("10^(-2*x)", "10^(-2 * x)"), ("10^(-2)", "10^-2"), ("-(-a)", "--a"),
    ("(not a)==b", "(not a) == b"), ("not(a and b)", "not (a and b)"), ("1.50e1", "15"),
    ("(a or b)and c", "(a or b) and c"), ("max( a,(b) )", "max(a, b)"), ("1e-10*x", "1e-10 * x"),
    ("galaxy=='DDO 154'", "galaxy == 'DDO 154'"), ("(a<b)==(c<d)", "(a < b) == (c < d)"),
    ("1e16", "1e+16"), ("(a)in('x' ,'y''s')", "a in ('x', 'y''s')"),
    ("(a not in (1,-2)) == b", "(a not in (1, -2)) == b"), ("not(a in (1))", "not a in (1)"),
    ("`VROT (km/s)`/`a`", "`VROT (km/s)` / a"), ("`in`+`a``b`", "`in` + `a``b`"),
    ("`1a` > `a.` - `é`", "`1a` > `a.` - `é`"),
  ])
  func hasNoMoreParenthesesThanNeeded(_ example: (text: String, canonical: String)) {
    let expression = ExpressionParserTests.parse(example.text, InputReport())
    #expect(expression?.canonicalText == example.canonical)
  }

  @Test func readsBackAsTheSameTree() throws {
    var generator = SeededGenerator(seed: 517)
    let place = Place(SourceText(name: "made", text: ""), 0..<0)
    for _ in 0..<5000 {
      let tree = Self.tree(by: &generator, depth: 5, at: place)
      let report = InputReport()
      let expression = ExpressionParserTests.parse(tree.canonicalText, report)
      #expect(expression?.root == tree, "\(tree.canonicalText)")
      #expect(expression?.canonicalText == tree.canonicalText)
      #expect(report.diagnostics.isEmpty)
    }
  }

  private static func tree(
    by generator: inout SeededGenerator, depth: Int, at place: Place
  ) -> ExpressionNode {
    func part(_ generator: inout SeededGenerator) -> ExpressionNode {
      tree(by: &generator, depth: depth - 1, at: place)
    }
    switch Int.random(in: 0..<(depth == 0 ? 4 : 10), using: &generator) {
    case 0:
      let numbers: [Double] = [
        0, 0.5, 1e-10, 1e300, 12, 123_456_789, .leastNonzeroMagnitude, 0.1 + 0.2,
      ]
      return ExpressionNode(.number(numbers.drawn(by: &generator)), at: place)
    case 1:
      return ExpressionNode(
        .word(["", "x", "DDO 154", "it's", "'", "''a"].drawn(by: &generator)), at: place)
    case 2: return ExpressionNode(.boolean(Bool.random(using: &generator)), at: place)
    case 3:
      return ExpressionNode(
        .name(["a", "e_1", "f.b.c", "V (km/s)", "in", "a`b", "2a", "f..b"].drawn(by: &generator)),
        at: place)
    case 4: return ExpressionNode(.minus(part(&generator)), at: place)
    case 5: return ExpressionNode(.not(part(&generator)), at: place)
    case 6:
      let entries: [ExpressionNode.Kind] = [
        .number(1), .number(0.5), .word("x"), .word("it's"),
        .minus(ExpressionNode(.number(3), at: place)),
      ]
      let list = entries.shuffled(using: &generator).prefix(
        1 + Int.random(in: 0..<4, using: &generator))
      return ExpressionNode(
        .among(
          part(&generator), list.map { ExpressionNode($0, at: place) },
          isIn: Bool.random(using: &generator)), at: place)
    case 7:
      let function = ExpressionFunction.allCases.drawn(by: &generator)
      let count = function.argumentCounts.lowerBound
      let arguments = (0..<count).map { _ in part(&generator) }
      return ExpressionNode(.call(function, arguments), at: place)
    default:
      let infix = ExpressionOperator.allCases.drawn(by: &generator)
      return ExpressionNode(.binary(infix, part(&generator), part(&generator)), at: place)
    }
  }
}
