import Specs
import Support

/// A file with a first case of a step that has none, made of what the step declares of its keys.
///
/// It shows whoever writes the step what comes of it, and is there to be made better.
struct FirstCase {
  private let step: String

  init(of step: String) {
    self.step = step
  }

  /// Where the file belongs, in the folder of cases.
  var path: String { "steps/\(step).case" }

  private static let table = [
    "table rows by galaxy", "galaxy  x    y", "A       1.0  2.5", "B       2.0  1.5",
    "C       3.0  4.0", "D       5.0  -",
  ]

  private static let spec = [
    "spec",
    "{",
    #"  "upsilon": 1, "name": "test", "dataset": "made-up", "model": {"fit": ["linear"]},"#,
    #"  "analyses": [{"name": "made", \#(CaseBench.gap)}]"#,
    "}",
  ]

  /// The blocks of the file, with what comes of the case.
  func blocks() throws -> [CaseFile.Block] {
    var bench = try CaseBench()
    let frame = [Self.spec, Self.table].map { CaseFile.Block(line: 0, lines: $0) }
    for block in frame { _ = bench.take(block) }
    let table = CaseTable(heading: "made", lines: [])
    let example = Case(title: "what comes of \(step)", part: part, outcomes: [.table(table)])
    return frame + [CaseFile.Block(line: 0, lines: try bench.found(example).lines)]
  }

  /// The keys that the step must have, with values of their types.
  private var part: String {
    let schema = JSONObject.schema(of: SpecKeys.all)["properties"]?["analyses"]?["items"]
    let steps = schema?["anyOf"]?.array ?? []
    let declared = steps.first { $0["properties"]?[step] != nil }
    let required = declared?["required"]?.array?.compactMap(\.string) ?? []
    return required.filter { $0 != "name" }.map { key in
      let value = declared?["properties"]?[key].map(Self.value) ?? .null
      return "\"\(key)\": \((key == step ? "rows" : value).canonicalText)"
    }.joined(separator: ", ")
  }

  /// A value that fits a schema; a text is the name of a column.
  private static func value(_ schema: JSONValue) -> JSONValue {
    if let first = (schema["anyOf"] ?? schema["enum"])?.array?.first {
      return schema["anyOf"] == nil ? first : value(first)
    }
    switch schema["type"]?.string {
    case "string": return "x"
    case "number": return .number(schema["minimum"]?.number ?? 1)
    case "integer": return .number(max(2, schema["minimum"]?.number ?? 2))
    case "boolean": return true
    case "array":
      let item = schema["items"].map(value) ?? .null
      return .array(Array(repeating: item, count: schema["minItems"]?.count ?? 1))
    default:
      let required = schema["required"]?.array?.compactMap(\.string) ?? []
      let members = (schema["properties"]?.members ?? []).filter { required.contains($0.key) }
      let others = schema["additionalProperties"].flatMap { $0.members == nil ? nil : value($0) }
      return .object(
        members.map { .init($0.key, value($0.value)) }
          + (others.map { [.init("z", $0)] } ?? []))
    }
  }
}
