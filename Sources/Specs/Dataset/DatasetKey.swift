import Datasets
import Galaxies
import Support

/// The `dataset` of a spec: a registry name, the user's own files, or a generated sample.
enum DatasetKey {
  private static let path = JSONKey(
    "path", JSONType<String>.path, "file or folder, relative to this spec")
  private static let format = JSONKey(
    "format", JSONType<String>.word(of: DatasetReaders.names, noun: "format"),
    "how the files are laid out")
  private static let mock = JSONKey(
    "mock", MockSettings.type, "settings of the generated sample")
  private static let keys: [any JSONKeyDeclaration] = [path, format, mock]

  /// The choice, with the place that tells where it is from: a path is relative to its file.
  static let type = JSONType<Located<DatasetChoice>>(
    schema: [
      "anyOf": [
        ["type": "string"], JSONObject.schema(of: [path, format]),
        [
          "type": "object", "properties": .object([.init(mock.name, mock.schema)]),
          "required": [.string(mock.name)], "additionalProperties": false,
        ],
      ]
    ], words: "name, or object", parts: keys
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
    guard let object = JSONObject(node, keys: keys, report) else { return nil }
    if object.has(mock) {
      for key in [path, format] where object.has(key) {
        report.error("a generated sample has no '\(key.name)'", at: object.place(of: key))
      }
      return object[mock].map { Located(.mock($0), at: node.place) }
    }
    for key in [path, format] where !object.has(key) {
      report.error(
        "missing key '\(key.name)'", at: object.place(of: key),
        help: "own files are given as {\"path\": \"my-galaxies\", \"format\": \"rotmod\"}")
    }
    let place = object.place(of: path)
    let (path, format) = (object[path], object[format])
    guard let path, let format else { return nil }
    return Located(.files(path: path, format: format), at: place)
  }
}
