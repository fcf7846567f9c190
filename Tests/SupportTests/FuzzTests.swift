import Support
import TestKit
import Testing

/// Damaged input must be refused or read, and never end the program.
@Suite("Damaged input")
struct FuzzTests {
  static let documents = [
    #"{"upsilon": 1, "name": "x", "grid": {"upsilon_disk": [0.5, -1.2e-10]}, "t": [true, null]}"#,
    #"["\u00e9\ud83d\ude00\n", "é😀", {"a": {"b": [[], {}]}}, 1E+5, "galaxy == 'DDO154'"]"#,
  ]

  static let expressions = [
    "log10(max(v_obs, 1)) - log10(max(v_pred * 10^(0.5 * fit.residuals.fitted), 1))",
    "chi2_reduced < 5 and status == 'interior' or not missing(v_flat)",
    "if(0 < x, -2^-2 / 1.5e-3, abs(a.b) != \"c\") && !true ** 2",
  ]

  static let spice: [[UInt8]] =
    [
      "\"", "\\", "\\u", "\\ud800", "{", "}", "[", "]", ",", ":", "'", "(", ")", "1e999", ".", "..",
      "-", "^", "not ", "==", "<", "=", "≤", "é", "\u{0}", "\u{7f}", " ", "\n", "9", "e", "if(",
    ].map { Array($0.utf8) } + [[0xff], [0xc3], [0xf0, 0x9f], [0xed, 0xa0, 0x80], [0x80]]

  @Test func neverStopsTheJSONParser() {
    var generator = SeededGenerator(seed: 2024)
    for _ in 0..<10_000 {
      let bytes = Self.damaged(Self.documents, by: &generator)
      let source = SourceText(name: "fuzz", bytes: bytes)
      let report = InputReport()
      let node = JSONParser.parse(source, report)
      #expect(node != nil || report.hasErrors)
      if let node { _ = node.plain.canonicalBytes }
      for diagnostic in report.diagnostics {
        #expect(diagnostic.place.map { $0.span.upperBound <= bytes.count } ?? true)
        #expect(!diagnostic.rendered.isEmpty)
      }
    }
  }

  @Test func neverStopsTheExpressionParser() {
    var generator = SeededGenerator(seed: 2025)
    for _ in 0..<10_000 {
      let bytes = Self.damaged(Self.expressions, by: &generator)
      let report = InputReport()
      let expression = Expression(parsing: SourceText(name: "fuzz", bytes: bytes), report)
      #expect((expression == nil) == report.hasErrors)
      if let expression {
        let again = ExpressionParserTests.parse(expression.canonicalText, InputReport())
        #expect(again == expression)
        _ = expression.check(in: ExpressionCheckTests.Columns(), report)
      }
      for diagnostic in report.diagnostics {
        #expect(diagnostic.place.map { $0.span.upperBound <= bytes.count } ?? true)
        #expect(!diagnostic.rendered.isEmpty)
      }
    }
  }

  /// One of the texts after a few changes: bytes dropped, replaced, put in, moved or repeated.
  private static func damaged(
    _ texts: [String], by generator: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = Array(texts.drawn(by: &generator).utf8)
    for _ in 0..<Int.random(in: 1...5, using: &generator) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 0..<8, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.replaceSubrange(start..<end, with: spice.drawn(by: &generator))
      case 2: bytes.insert(contentsOf: spice.drawn(by: &generator), at: start)
      case 3: bytes.insert(contentsOf: bytes[start..<end], at: bytes.indices.drawn(by: &generator))
      default: bytes[start] = UInt8.random(in: 0...255, using: &generator)
      }
    }
    return bytes
  }
}
