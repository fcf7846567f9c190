import Plans
package import Specs
package import Support

/// Reads spec files: merges what they extend and what the command line sets, and checks the result.
package enum SpecLoader {
  /// Reads one experiment.
  ///
  /// - Parameters:
  ///   - path: The file, as the user typed it.
  ///   - settings: Changes of single keys: `grid.upsilon_disk=[0.5]`.
  ///   - report: Receives the mistakes; ends with all of them.
  /// - Returns: The spec, or `nil` if a mistake leaves nothing to go on with.
  /// - Throws: ``FileError`` if a file cannot be read.
  package static func load(
    _ path: String, settings: [String] = [], _ report: InputReport
  ) throws(FileError) -> ExperimentSpec? {
    guard var node = try merged(path, visited: [], from: nil, report) else { return nil }
    for setting in settings {
      guard let patch = SettingPatch.node(setting, report) else { continue }
      if let key = patch.members?.first, key.key == "extends" {
        report.error(
          "'extends' cannot be set", at: key.keyPlace, help: "write it in a spec of its own")
        continue
      }
      // What a setting leaves out is missing in the file.
      node = JSONNode(node.merged(with: patch).value, at: node.place)
    }
    return ExperimentSpec.checked(try NameList.read(into: node, report), report)
  }

  /// A file merged with what it extends, and what that extends.
  private static func merged(
    _ path: String, visited: [String], from place: Place?, _ report: InputReport
  ) throws(FileError) -> JSONNode? {
    if visited.contains(plain(path)) {
      report.error("'\(path)' extends itself", at: place, help: "remove one 'extends'")
      return nil
    }
    if place != nil, !Files.exists(path) || Files.isFolder(path) {
      report.error(
        "there is no spec '\(path)'", at: place, help: "the path is relative to this file")
      return nil
    }
    // The spec itself may come out of a pipe, as in '<(…)'.
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(path, pipes: place == nil)
    } catch {
      guard place != nil, error.isRefusal else { throw error }
      report.error("\(error)", at: place, help: error.help)
      return nil
    }
    let source = SourceText(name: path, bytes: bytes)
    if source.bytes.isEmpty {
      report.error(
        "the file is empty", at: Place(source, 0..<0),
        help: "\(command: "init", "NEW.json") writes a spec to start from")
      return nil
    }
    guard let node = JSONParser.parse(source, report) else { return nil }
    guard let members = node.members else {
      report.error("expected an object, not \(node.kind)", at: node.place)
      return nil
    }
    guard let base = members.first(where: { $0.key == "extends" }) else { return node }
    guard let target = base.node.string else {
      report.error("'extends' is a path, not \(base.node.kind)", at: base.node.place)
      return nil
    }
    let own = JSONNode(.object(members.filter { $0.key != "extends" }), at: node.place)
    guard JSONType.path.read(base.node, report) != nil else { return nil }
    guard visited.count < deepest else {
      report.error(
        "more than \(deepest) specs extend each other in a row", at: base.node.place,
        help: "merge some of them into one")
      return nil
    }
    let folder = Files.parent(of: path)
    let parent = try merged(
      Files.path(target, from: folder), visited: visited + [plain(path)], from: base.node.place,
      report)
    return parent?.merged(with: own)
  }

  /// How many specs may extend each other in a row.
  private static let deepest = 100

  /// The path without detours, so that one file has one name.
  private static func plain(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
