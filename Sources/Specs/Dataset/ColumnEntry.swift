import Datasets
import Support

/// One entry of `columns`: a label, a position, an expression, or a constant.
enum ColumnEntry {
  /// What the JSON says, before the name of the column is known.
  struct Given: Sendable {
    let source: ColumnSource
    let unit: Located<String>?
    let place: Place
  }

  private static let from = JSONKey(
    "from", label, "the label or the number of a column of the file, or an expression of labels")
  private static let unit = JSONKey(
    "unit", JSONType<String>.string.located, "the unit of the numbers, where the file has none")
  private static let value = JSONKey(
    "value", JSONType<Double>.number, "one number for all rows")
  private static let text = JSONKey(
    "text", JSONType<String>.string, "one name for all rows, of the galaxy")
  private static let file = JSONKey(
    "file", JSONType<String>.filePattern,
    "a pattern of names of files: the galaxy is what '*' stands for")
  private static let keys: [any JSONKeyDeclaration] = [from, unit, value, text, file]

  private static let label = JSONType<ColumnSource>(
    schema: ["anyOf": [["type": "string"], ["type": "integer", "minimum": 1]]],
    words: "label, or number of a column"
  ) { node, report in
    switch node.value {
    case .string(let text) where !text.isEmpty: return .text(text)
    case .number(let number, _):
      if let position = Int(exactly: number), (1...100_000).contains(position) {
        return .position(position)
      }
      report.error("a column is counted from 1", at: node.place)
      return nil
    default:
      report.error(
        "expected a label or the number of a column, not \(node.kind)", at: node.place)
      return nil
    }
  }

  static let type = JSONType<Given>(
    schema: ["anyOf": [label.schema, JSONObject.schema(of: keys)]],
    words: "label, number of a column, or object", parts: keys
  ) { node, report in
    guard node.members != nil else {
      return label.read(node, report).map { Given(source: $0, unit: nil, place: node.place) }
    }
    guard let object = JSONObject(node, keys: keys, report) else { return nil }
    let sources: [any JSONKeyDeclaration] = [from, value, text, file]
    let given = sources.filter { object.has($0) }
    guard given.count == 1, let only = given.first else {
      report.error(
        "a column has one of 'from', 'value', 'text' and 'file'",
        at: JSONObject.opening(of: node))
      return nil
    }
    if object.has(unit), only.name != from.name {
      report.error("'\(only.name)' has no unit", at: object.place(of: unit))
    }
    let source: ColumnSource? =
      switch only.name {
      case from.name: object[from]
      case value.name: object[value].map { .constant($0) }
      case text.name: object[text].map { .word($0) }
      default: object[file].map { .fileName($0) }
      }
    return source.map { Given(source: $0, unit: object[unit], place: node.place) }
  }
}
