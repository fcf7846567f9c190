import Support
import TestKit
import Testing

@Suite("JSON object", .limited)
struct JSONReaderTests {
  static let name = JSONKey("name", .string, required: true, "What it is called.")
  static let count = JSONKey("count", .integer(from: 1), "How many.")
  static let sigma = JSONKey("sigma", .number, "Its error.")
  static let robust = JSONKey("robust", .boolean, "Whether outliers count less.")
  static let sign = JSONKey("sign", .word(of: ["signed", "squared"], noun: "sign"), "The sign.")
  static let values = JSONKey("values", JSONType.number.list, "The values.")
  static let bounds = JSONKey("bounds", JSONType.number.list.map, "Bounds by name.")
  static let keys: [any JSONKeyDeclaration] = [name, count, sigma, robust, sign, values, bounds]

  static func read(_ source: SourceText, _ report: InputReport) -> JSONObject? {
    JSONParser.parse(source, report).flatMap { JSONObject($0, keys: keys, report) }
  }

  @Test func readsValuesByTheirKeys() throws {
    let text = """
      {"name": "a", "count": 2e0, "sigma": 0.5, "robust": true, "sign": "squared",
       "values": [1, 2], "bounds": {"k": [0, 1], "c": []}}
      """
    let report = InputReport()
    let object = try #require(Self.read(SourceText(name: "x", text: text), report))
    #expect(object[Self.name] == "a")
    #expect(object[Self.count] == 2)
    #expect(object[Self.sigma] == 0.5)
    #expect(object[Self.robust] == true)
    #expect(object[Self.sign] == "squared")
    #expect(object[Self.values] == [1, 2])
    #expect(object[Self.bounds]?.map(\.key.value) == ["k", "c"])
    #expect(object[Self.bounds]?.map(\.value) == [[0, 1], []])
    #expect(report.diagnostics.isEmpty)
  }

  static let mistakes: [(text: String, messages: [String])] = [
    ("⟨[]⟩", ["expected an object, not a list"]),
    ("⟨{⟩}", ["missing key 'name'"]),
    (#"{"name": ⟨3⟩, ⟨"conut"⟩: 1}"#, ["expected text, not a number", "unknown key 'conut'"]),
    (#"{"name": "a", "count": ⟨0⟩}"#, ["expected a whole number of at least 1"]),
    (#"{"name": "a", "count": ⟨1.5⟩}"#, ["expected a whole number of at least 1"]),
    (
      #"{"name": "a", "count": ⟨1e300⟩}"#,
      ["expected a whole number of at most 9,223,372,036,854,775,807"]
    ),
    (#"{"name": "a", "sigma": ⟨"1"⟩}"#, ["expected a number, not a string"]),
    (#"{"name": "a", "robust": ⟨null⟩}"#, ["expected true or false, not null"]),
    (#"{"name": "a", "sign": ⟨"sqared"⟩}"#, ["unknown sign 'sqared'"]),
    (
      #"{"name": "a", "values": [⟨true⟩, 1, ⟨{}⟩]}"#,
      ["expected a number, not a boolean", "expected a number, not an object"]
    ),
    (#"{"name": "a", "values": ⟨1⟩}"#, ["expected a list, not a number"]),
    (#"{"name": "a", "bounds": ⟨[]⟩}"#, ["expected an object, not a list"]),
    (#"{"name": "a", "bounds": {"k": [⟨"x"⟩]}}"#, ["expected a number, not a string"]),
  ]

  @Test(arguments: mistakes)
  func reportsEveryMistakeAtItsPlace(_ example: (text: String, messages: [String])) {
    let marked = MarkedText(example.text)
    let report = InputReport()
    if let object = Self.read(marked.source, report) {
      _ = (object[Self.name], object[Self.count], object[Self.sigma], object[Self.robust])
      _ = (object[Self.sign], object[Self.values], object[Self.bounds])
    }
    #expect(report.messages == example.messages)
    #expect(report.places == marked.places)
  }

  @Test func advisesTheNearestKey() {
    let report = InputReport()
    _ = Self.read(SourceText(name: "x", text: #"{"nmae": "a"}"#), report)
    #expect(report.advice == ["What it is called.", "did you mean 'name'?"])
  }

  @Test func knowsThePlaceOfAKey() throws {
    let marked = MarkedText(#"⟨{⟩"name": "a", "count": ⟨7⟩}"#)
    let object = try #require(Self.read(marked.source, InputReport()))
    #expect([object.place(of: Self.sigma), object.place(of: Self.count)] == marked.places)
    #expect(object.has(Self.count) && !object.has(Self.sigma))
  }

  @Test func describesItselfAsASchema() {
    let schema = JSONObject.schema(of: [Self.name, Self.values])
    #expect(
      schema.canonicalText
        == #"{"additionalProperties":false,"properties":{"#
        + #""name":{"description":"What it is called.","type":"string"},"#
        + #""values":{"description":"The values.","items":{"type":"number"},"type":"array"}},"#
        + #""required":["name"],"type":"object"}"#)
  }
}
