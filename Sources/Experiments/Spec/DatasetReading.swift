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

  static let type = JSONType<DatasetChoice>(
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
    case .string("mock"): return .defaultMock
    case .string(let name): return .registered(name)
    default: break
    }
    guard let object = JSONObject(node, keys: [path, format, mock], report) else { return nil }
    if let settings = object[mock] {
      for key in [path, format] where object.has(key) {
        report.error("a generated sample has no '\(key.name)'", at: object.place(of: key))
      }
      return generated(settings, report)
    }
    for key in [path, format] where !object.has(key) {
      report.error(
        "missing key '\(key.name)'", at: object.place(of: key),
        help: "own files are given as {\"path\": \"my-galaxies\", \"format\": \"rotmod\"}")
    }
    guard let path = object[path], let format = object[format] else { return nil }
    return .files(path: path, format: format)
  }

  private static func generated(_ node: JSONNode, _ report: InputReport) -> DatasetChoice? {
    guard let object = JSONObject(node, keys: [seed, galaxies, noise], report),
      case .mock(let usualSeed, let usualCount, let usualNoise) = DatasetChoice.defaultMock
    else { return nil }
    let scatter = object[noise]
    if let scatter, !(scatter.value > 0) {
      report.error("the noise must be positive", at: scatter.place)
      return nil
    }
    return .mock(
      seed: object[seed] ?? usualSeed, galaxies: object[galaxies] ?? usualCount,
      noise: scatter?.value ?? usualNoise)
  }
}
