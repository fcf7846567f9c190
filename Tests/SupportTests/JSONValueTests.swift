import Support
import TestKit
import Testing

@Suite("JSON value", .limited)
struct JSONValueTests {
  static let value: JSONValue = [
    "zeta": [1, 2.5, "x"], "alpha": ["b": .null, "a": true], "empty": [], "none": [:],
    "nested": [[1], [2]], "text": "a\"b\\c\n\u{1}é/",
  ]

  @Test func spellsTheLeastInteger() {
    #expect(JSONValue.spelling(of: -0x1p63) == "-9.223372036854776e+18")
    #expect(JSONValue.spelling(of: -9_999_999_999_999_998) == "-9999999999999998")
  }

  @Test func keepsItsCanonicalSpelling() {
    #expect(
      Self.value.canonicalText
        == #"{"alpha":{"a":true,"b":null},"empty":[],"nested":[[1],[2]],"none":{},"#
        + #""text":"a\"b\\c\n\u0001é/","zeta":[1,2.5,"x"]}"#)
  }

  @Test func keepsItsReadableSpelling() {
    #expect(
      String(decoding: Self.value.readableBytes, as: UTF8.self) == #"""
        {
          "zeta": [1, 2.5, "x"],
          "alpha": {
            "b": null,
            "a": true
          },
          "empty": [],
          "none": {},
          "nested": [
            [1],
            [2]
          ],
          "text": "a\"b\\c\n\u0001é/"
        }

        """#)
  }

  static let spellings: [(Double, String)] = [
    (0, "0"), (-0.0, "0"), (1, "1"), (-2, "-2"), (0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"),
    (999_999_999_999_999, "999999999999999"), (1e15, "1000000000000000"),
    (9_999_999_999_999_998, "9999999999999998"),
    (1.2e16, "1.2e+16"), (1e16, "1e+16"), (1e-10, "1e-10"),
    (1.2e-10, "1.2e-10"), (123_456.75, "123456.75"), (.leastNonzeroMagnitude, "5e-324"),
    (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (0.000_01, "1e-05"),
  ]

  @Test(arguments: spellings)
  func spellsNumbersInOneWay(_ example: (Double, String)) {
    #expect(JSONValue.spelling(of: example.0) == example.1)
    #expect(Double(example.1) == example.0)
  }

  @Test func sortsKeysByTheirBytes() {
    let value: JSONValue = ["é": 1, "z": 2, "Z": 3, "a": 4, "": 5]
    #expect(value.canonicalText == #"{"":5,"Z":3,"a":4,"z":2,"é":1}"#)
  }

  @Test func comesBackFromBothSpellings() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<300 {
      let value = Self.drawn(by: &generator, depth: 4)
      for bytes in [value.canonicalBytes, value.readableBytes] {
        let report = InputReport()
        let node = JSONParser.parse(SourceText(name: "x", bytes: bytes), report)
        #expect(node?.plain.canonicalBytes == value.canonicalBytes)
        #expect(report.diagnostics.isEmpty)
      }
    }
  }

  private static func drawn(by generator: inout SeededGenerator, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth == 0 ? 4 : 6), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2:
      let number = Double(bitPattern: generator.next())
      return .number(number.isFinite ? number : 0.5)
    case 3: return .string(["", "a", "\u{7}\"\\", "é😀", "\n\t\r"].drawn(by: &generator))
    case 4:
      let count = Int.random(in: 0..<4, using: &generator)
      return .array((0..<count).map { _ in drawn(by: &generator, depth: depth - 1) })
    default:
      let count = Int.random(in: 0..<4, using: &generator)
      return .object((0..<count).map { .init("k\($0)", drawn(by: &generator, depth: depth - 1)) })
    }
  }
}
