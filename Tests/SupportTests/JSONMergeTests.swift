import Support
import TestKit
import Testing

@Suite("JSON merge", .limited)
struct JSONMergeTests {
  /// RFC 7396, appendix A.
  static let cases: [(original: String, patch: String, result: String)] = [
    (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
    (#"{"a":"b"}"#, #"{"a":null}"#, "{}"),
    (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
    (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
    (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
    (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
    (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
    (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
    (#"{"a":"foo"}"#, "null", "null"),
    (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
    (#"{"e":null}"#, #"{"a":1}"#, #"{"a":1,"e":null}"#),
    ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
    ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
  ]

  @Test(arguments: cases)
  func followsTheExamplesOfTheStandard(
    _ example: (original: String, patch: String, result: String)
  ) throws {
    let original = try Self.node(example.original)
    let merged = original.merged(with: try Self.node(example.patch))
    #expect(merged.plain.canonicalText == example.result)
  }

  @Test func keepsThePlaceOfEveryNode() throws {
    let (base, patch) = (try Self.node(#"{"a":1,"b":2}"#), try Self.node(#"{"b":3}"#))
    let merged = base.merged(with: patch)
    #expect(merged["a"]?.place == base["a"]?.place)
    #expect(merged["b"]?.place == patch["b"]?.place)
  }

  private static func node(_ text: String) throws -> JSONNode {
    try #require(JSONParser.parse(SourceText(name: "x", text: text), InputReport()))
  }
}
