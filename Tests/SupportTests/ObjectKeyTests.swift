import Support
import TestKit
import Testing

@Suite("A declared key", .limited)
struct ObjectKeyTests {
  enum Sign: String, CaseIterable, Resolvable {
    case signed
    case squared
  }

  struct Range: Keyed {
    static let keys: [ObjectKey<Self>] = [
      .required("from", \.from, .number, "first value"),
      .value("step", \.step, .positive, "distance"),
    ]

    var from = 0.0
    var step = 0.5
  }

  struct Example: Keyed {
    static let keys: [ObjectKey<Self>] =
      [
        .required("condition", \.condition, .expression, "what holds"),
        .value("sign", \.sign, .choice("sign"), "the sign"),
        limit,
        .optional("within", \.within, .notNegative("it cannot be negative"), "the tolerance"),
        .value("more", \.more, JSONType.expression.list, "what else holds"),
      ] + [Range.keys[1].within(\.range)]
    static let limit: ObjectKey<Self> = .value(
      "limit", \.limit, JSONType.integer(from: 1).optional, "how many; null for any number")

    var condition = Expression.always
    var sign = Sign.signed
    var limit: Int?
    var within: Double?
    var more: [Expression] = []
    var range = Range()

    func check(_ given: GivenKeys<Self>, _ report: InputReport) {
      if given.has(Self.limit), let limit, limit > 9 {
        report.error("that is too many", at: given.place(of: Self.limit))
      }
    }
  }

  static func read(_ text: String, _ report: InputReport) -> Example? {
    JSONParser.parse(SourceText(name: "x", text: text), report).flatMap { Example($0, report) }
  }

  @Test func hasTheInitialValueOfItsPropertyByDefault() throws {
    let report = InputReport()
    let example = try #require(Self.read(#"{"condition": "x > 1"}"#, report))
    #expect(report.diagnostics.isEmpty)
    #expect(
      example.resolved.canonicalText
        == #"{"condition":"x > 1","limit":null,"more":[],"sign":"signed","step":0.5}"#)
  }

  @Test(arguments: [
    #"{"condition": "x > 1"}"#,
    #"{"condition": "x > 1", "sign": "squared", "limit": 3, "within": 0, "more": ["a.b < c"]}"#,
    #"{"step": 2, "condition": "true", "limit": null, "within": 0.25}"#,
  ])
  func readsWhatItWrites(text: String) throws {
    let report = InputReport()
    let resolved = try #require(Self.read(text, report)).resolved
    #expect(Self.read(resolved.canonicalText, report)?.resolved == resolved)
    let given = try #require(JSONParser.value(of: Array(text.utf8))?.members)
    for member in given { #expect(resolved[member.key] == member.value) }
    #expect(report.diagnostics.isEmpty)
  }

  @Test(arguments: [
    (#"⟨{⟩}"#, ["missing key 'condition'"]),
    (#"{"condition": ⟨3⟩}"#, ["expected an expression as text, not a number"]),
    (
      #"{"condition": "a", "sign": ⟨"sined"⟩, ⟨"x"⟩: 1}"#,
      ["unknown sign 'sined'", "unknown key 'x'"]
    ),
    (
      #"{"condition": "a", "within": ⟨-1⟩, "step": ⟨0⟩}"#,
      ["it cannot be negative", "expected a number above zero"]
    ),
    (#"⟨{⟩"limit": ⟨10⟩}"#, ["missing key 'condition'", "that is too many"]),
    ("⟨[]⟩", ["expected an object, not a list"]),
  ])
  func tellsEveryMistake(text: String, messages: [String]) {
    let marked = MarkedText(text)
    let report = InputReport()
    _ = JSONParser.parse(marked.source, report).flatMap { Example($0, report) }
    let found = report.diagnostics.sorted {
      ($0.place?.span.lowerBound ?? 0) < ($1.place?.span.lowerBound ?? 0)
    }
    #expect(found.map(\.message) == messages)
    #expect(found.map(\.place) == marked.places)
  }

  @Test func findsTheExpressionsOfTheObject() throws {
    let text = #"{"condition": "a.x > 1", "more": ["b.y < 2", "z == 3"]}"#
    let example = try #require(Self.read(text, InputReport()))
    #expect(example.expressions.map(\.canonicalText) == ["a.x > 1", "b.y < 2", "z == 3"])
  }

  @Test func isToldByItsReference() throws {
    let references = Example.keys.map(\.reference)
    #expect(references.map(\.name) == ["condition", "sign", "limit", "within", "more", "step"])
    #expect(
      references.map(\.type) == [
        "expression", "\"signed\" or \"squared\"", "whole number of at least 1 or null",
        "number of at least 0", "list of expressions", "number above 0",
      ])
    #expect(references.map(\.usual) == [nil, "\"signed\"", "null", nil, "[]", "0.5"])
    #expect(references.map(\.isRequired) == [true, false, false, false, false, false])
    #expect(references[1].summary == "the sign")
  }

  @Test func putsItsDefaultIntoTheSchema() throws {
    let schema = Example.type.schema
    #expect(schema["properties"]?["step"]?["default"] == 0.5)
    #expect(schema["properties"]?["within"]?["default"] == nil)
    #expect(schema["required"] == ["condition"])
    #expect(schema["properties"]?["sign"]?["description"] == "the sign")
  }
}
