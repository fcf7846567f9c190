import Support
import TestKit
import Testing

@Suite("JSON parser", .limited)
struct JSONParserTests {
  static let valid: [(text: String, canonical: String)] = [
    ("null", "null"), (" true\r\n", "true"), ("false", "false"), ("[]", "[]"), ("{ }", "{}"),
    ("[1,\t2 ,3]", "[1,2,3]"), ("-0", "0"), ("-0.0", "0"), ("0.5", "0.5"), ("1E3", "1000"),
    ("1e-10", "1e-10"), ("1e+16", "1e+16"), ("123456789012345678", "1.2345678901234568e+17"),
    ("1e-400", "0"), ("5e-324", "5e-324"), ("1.7976931348623157e308", "1.7976931348623157e+308"),
    (#""\u0041\/\b\f\n\r\t\"\\""#, #""A/\u0008\u000c\n\r\t\"\\""#),
    (#""\ud83d\ude00""#, "\"😀\""), (#""é\u00e9""#, "\"éé\""), (#""\u0000""#, #""\u0000""#),
    (#"{"b":{"c":[{}]},"a":"x"}"#, #"{"a":"x","b":{"c":[{}]}}"#),
  ]

  @Test(arguments: valid)
  func readsWhatTheStandardAllows(_ example: (text: String, canonical: String)) throws {
    let report = InputReport()
    let node = try #require(
      JSONParser.parse(SourceText(name: "x", text: example.text), report))
    #expect(node.plain.canonicalText == example.canonical)
    #expect(report.diagnostics.isEmpty)
  }

  static let invalid: [(text: String, message: String)] = [
    ("[1,⟨]⟩", "expected a value after the comma"),
    (#"{"a":1,⟨}⟩"#, "expected a key after the comma"),
    ("{⟨a⟩: 1}", "expected a key in double quotes"),
    ("{⟨'⟩a': 1}", "expected a key in double quotes"),
    (#"{"a"  ⟨1⟩}"#, "expected ':' after the key 'a'"),
    (#"{"a":⟨1⟩ "b":2}"#, "a comma is missing after this"),
    ("{\"a\":⟨\"x\"⟩\n\n \"b\":2}", "a comma is missing after this"),
    ("{\"a\":[1\n⟨]⟩\n \"b\":2}", "a comma is missing after this"),
    ("[⟨1⟩ 2]", "a comma is missing after this"),
    (#"["x == "⟨D⟩1""]"#, "expected ',' or ']'"),
    ("[1⟨}⟩]", "expected ',' or ']'"),
    ("[1⟨⟩", "expected ',' or ']'"),
    ("{\"a\":⟨⟩", "the file ends where a value is expected"),
    ("⟨⟩", "the file is empty"),
    ("1 ⟨2⟩", "unexpected text after the end of the JSON value"),
    ("⟨/⟩/ no", "expected a value"),
    ("⟨nul⟩", "'nul' is not a JSON value"),
    ("⟨NaN⟩", "'NaN' is not a JSON value"),
    ("[⟨-Infinity⟩]", "'-Infinity' is not a JSON number"),
    ("⟨01⟩", "'01' is not a JSON number"),
    ("⟨+1⟩", "'+1' is not a JSON number"),
    ("⟨.5⟩", "'.5' is not a JSON number"),
    ("⟨5.⟩", "'5.' is not a JSON number"),
    ("⟨1e⟩", "'1e' is not a JSON number"),
    ("⟨-⟩", "'-' is not a JSON number"),
    ("⟨0x1F⟩", "'0x1F' is not a JSON number"),
    ("⟨1.2.3⟩", "'1.2.3' is not a JSON number"),
    ("⟨1e999⟩", "'1e999' is too large for a double"),
    ("⟨-1e99999999999999999999⟩", "'-1e99999999999999999999' is too large for a double"),
    (#"["⟨\ud83d⟩"]"#, "half of a surrogate pair"),
    (#"["⟨\ude00⟩"]"#, "half of a surrogate pair"),
    (#"["⟨\ud83d\u0041⟩"]"#, "half of a surrogate pair"),
    (#"["⟨\u12⟩x"]"#, "\\u needs four hexadecimal digits"),
    (#"["⟨\u⟩+123"]"#, "\\u needs four hexadecimal digits"),
    (#"["⟨\x⟩"]"#, "not an escape sequence"),
    ("⟨\"ab⟩", "the text that starts here has no closing quote on its line"),
    ("⟨\"ab⟩\ncd\"", "the text that starts here has no closing quote on its line"),
    ("\"a⟨\t⟩b\"", "a control character stands inside the text"),
    ("⟨\u{feff}⟩1", "the file starts with a byte order mark"),
    (#"{"a":1,⟨"a"⟩:2}"#, "key 'a' stands twice in this object"),
    (#"{"a":1,⟨"\u0061"⟩:2}"#, "key 'a' stands twice in this object"),
  ]

  @Test(arguments: invalid)
  func refusesAnythingElseAtItsPlace(_ example: (text: String, message: String)) {
    let marked = MarkedText(example.text)
    let report = InputReport()
    let node = JSONParser.parse(marked.source, report)
    #expect(report.messages == [example.message])
    #expect(report.places == marked.places)
    if !example.message.contains("twice") { #expect(node == nil) }
  }

  @Test func findsTheFirstByteThatIsNotUTF8() {
    let cases: [([UInt8], Int?)] = [
      ([], nil), ([0x61, 0xff], 1), ([0xe2, 0x82], 0), ([0xe2, 0x82, 0xac, 0x80], 3),
      ([0x61, 0xc0, 0x80], 1), ([0xed, 0xa0, 0x80], 0), ([0xf0, 0x9f, 0x98, 0x80], nil),
    ]
    for (bytes, offset) in cases { #expect(firstInvalidUTF8(in: bytes) == offset) }
    let source = SourceText(name: "x", bytes: Array("[\"".utf8) + [0xff] + Array("\"]".utf8))
    let report = InputReport()
    #expect(JSONParser.parse(source, report) == nil)
    #expect(report.messages == ["the file is not UTF-8 text"])
    #expect(report.places.map(\.span) == [2..<3])
  }

  @Test func boundsTheDepth() {
    func parses(_ depth: Int) -> Bool {
      let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      return JSONParser.parse(SourceText(name: "x", text: text), InputReport()) != nil
    }
    #expect(parses(100))
    #expect(!parses(101))
    #expect(!parses(1_000_000))
  }

  /// What other languages have, and the advice.
  @Test(arguments: [
    ("{# x\n}", "JSON has no comments"), ("{\"a\":1, // x\n}", "JSON has no comments"),
    ("/* x */ {}", "JSON has no comments"), ("[1 # x\n]", "JSON has no comments"),
    ("{'a': 1}", "keys and text stand in double quotes: \""),
    ("{“a”: 1}", "keys and text stand in double quotes: \""),
    ("[‘a’]", "keys and text stand in double quotes: \""),
    ("[1,]", "remove the comma before ']'"),
    (
      #"["galaxy == "DDO154""]"#,
      #"a word of an expression stands in single quotes; a quote in other text is \""#
    ),
  ])
  func advisesOnOtherLanguages(text: String, help: String) {
    let report = InputReport()
    #expect(JSONParser.parse(SourceText(name: "x", text: text), report) == nil)
    #expect(report.diagnostics.map { $0.help?.description } == [help])
  }

  @Test func boundsHowManyValuesThereAre() {
    func parse(_ count: Int) -> [String] {
      let report = InputReport()
      let text = "[" + String(repeating: "1,", count: count - 2) + "1]"
      _ = JSONParser.parse(SourceText(name: "x", text: text), report)
      return report.messages
    }
    #expect(parse(2_000_000) == [])
    #expect(parse(2_000_001) == ["the file has more than 2,000,000 values"])
  }

  @Test func keepsPlacesAndSpellings() throws {
    let source = SourceText(name: "x", text: "{\"step\": 0.10,\n \"é\": [true]}")
    let node = try #require(JSONParser.parse(source, InputReport()))
    let step = try #require(node["step"])
    guard case .number(0.1, "0.10") = step.value else {
      Issue.record("the spelling is lost")
      return
    }
    #expect(node["é"]?.array?.first?.place.location == .init(line: 2, column: 8))
    #expect(node.place.span == 0..<source.bytes.count)
  }
}
