import Datasets
import Support

extension JSONType where Value == String {
  /// A pattern of names of files, with one `*` in a part at most.
  static let filePattern = JSONType(schema: ["type": "string", "minLength": 1]) { node, report in
    guard let text = JSONType<String>.path.read(node, report) else { return nil }
    if FilePattern(text).isClear { return text }
    report.error(
      "a pattern has one '*' in a part of a path", at: node.place,
      help: "it stands for anything, as in *_rot.txt or */*.dat")
    return nil
  }
}
