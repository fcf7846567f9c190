import Datasets
import Galaxies
import Support

/// The `dataset` of a spec: a registry name, the user's own files, or a generated sample.
enum DatasetReading {
  private static let path = JSONKey(
    "path", JSONType<String>.string, "file or folder, relative to this spec")
  private static let format = JSONKey(
    "format", JSONType<String>.word(of: DatasetReaders.names, noun: "format"),
    "how the files are laid out")
  private static let mock = JSONKey(
    "mock", JSONType<JSONNode>(schema: ["type": "object"]) { node, _ in node },
    "settings of the generated sample")
  private static let seed = JSONKey(
    "seed", JSONType<Int>.integer(from: 0), "the seed that the galaxies are drawn from")
  private static let galaxies = JSONKey(
    "galaxies", JSONType<Int>.integer(from: 1), "how many galaxies")
  private static let noise = JSONKey(
    "noise", JSONType<Double>.number.located, "typical error of a speed, km/s")

  /// The choice, with the place that tells where it is from: a path is relative to its file.
  static let type = JSONType<Located<DatasetChoice>>(
    schema: [
      "anyOf": [
        ["type": "string"], JSONObject.schema(of: [path, format]),
        [
          "type": "object",
          "properties": ["mock": JSONObject.schema(of: [seed, galaxies, noise])],
          "required": ["mock"], "additionalProperties": false,
        ],
      ]
    ]
  ) { node, report in
    switch node.value {
    case .string("mock"): return Located(.defaultMock, at: node.place)
    case .string(let name): return Located(.registered(name), at: node.place)
    case .object: break
    default:
      report.error(
        "expected a dataset, not \(node.kind)", at: node.place,
        help: #"write "sparc", or {"path": "my-galaxies", "format": "rotmod"}"#)
      return nil
    }
    guard let object = JSONObject(node, keys: [path, format, mock], report) else { return nil }
    if let settings = object[mock] {
      for key in [path, format] where object.has(key) {
        report.error("a generated sample has no '\(key.name)'", at: object.place(of: key))
      }
      return generated(settings, report).map { Located($0, at: node.place) }
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

  private static func generated(_ node: JSONNode, _ report: InputReport) -> DatasetChoice? {
    guard let object = JSONObject(node, keys: [seed, galaxies, noise], report),
      case .mock(let usualSeed, let usualCount, let usualNoise) = DatasetChoice.defaultMock
    else { return nil }
    let (seed, count, scatter) = (object[seed], object[galaxies], object[noise])
    if let scatter, !(scatter.value > 0) {
      report.error("the noise must be positive", at: scatter.place)
      return nil
    }
    return .mock(
      seed: seed ?? usualSeed, galaxies: count ?? usualCount,
      noise: scatter?.value ?? usualNoise)
  }
}
