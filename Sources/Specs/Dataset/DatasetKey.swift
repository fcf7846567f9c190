import Datasets
import Galaxies
import Support

/// The `dataset` of a spec: a registry name, the user's own files, or a generated sample.
enum DatasetKey {
  private static let mock = JSONKey(
    "mock", MockSettings.type, "settings of the generated sample")

  /// The choice, with the place that tells where it is from: a path is relative to its file.
  static let type = JSONType<Located<DatasetChoice>>(
    schema: [
      "anyOf": [
        ["type": "string"], JSONObject.schema(of: OwnDataKey.keys),
        [
          "type": "object", "properties": .object([.init(mock.name, mock.schema)]),
          "required": [.string(mock.name)], "additionalProperties": false,
        ],
      ]
    ], words: "name, or object", parts: OwnDataKey.keys + [mock]
  ) { node, report in
    switch node.value {
    case .string("mock"): return Located(.mock(MockSettings()), at: node.place)
    case .string(let name): return Located(.registered(name), at: node.place)
    case .object: break
    default:
      report.error(
        "expected a dataset, not \(node.kind)", at: node.place,
        help: #"write "sparc", or {"path": "my-galaxies", "format": "rotmod"}"#)
      return nil
    }
    let known = report.diagnostics.count
    guard let object = JSONObject(node, keys: OwnDataKey.keys + [mock], report) else { return nil }
    guard object.has(mock) else { return OwnDataKey.choice(object, after: known, report) }
    for key in OwnDataKey.keys where object.has(key) {
      report.error("a generated sample has no '\(key.name)'", at: object.place(of: key))
    }
    return object[mock].map { Located(.mock($0), at: node.place) }
  }
}
