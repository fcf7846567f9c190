import Foundation
import Support

/// What is in a folder at a moment, for comparison.
struct FolderState {
  /// Every file by its path, with its content; empty folders end in a slash.
  ///
  /// A journal and the hashes beside it are not the same when a run is repeated: a word says
  /// whether they are whole.
  private(set) var entries: [String: Data] = [:]

  /// Looks at a folder; what vanishes meanwhile does not count.
  init(of folder: String) {
    take(folder, "")
    for (name, content) in entries where name.hasSuffix("/journal.json") {
      entries[name] = Self.journal(content)
    }
    for (name, content) in entries where name.hasSuffix("/\(Self.sums)") {
      entries[name] = Self.checksums(content, in: "\(folder)/\(name.dropLast(Self.sums.count))")
    }
  }

  /// Takes what is in a folder in; disks that are mounted there belong to it.
  private mutating func take(_ folder: String, _ prefix: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(prefix)")) ?? []
    if names.isEmpty, !prefix.isEmpty { entries[prefix] = Data() }
    for name in names {
      let path = "\(folder)/\(prefix)\(name)"
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        take(folder, "\(prefix)\(name)/")
      } else if let content = try? Data(contentsOf: URL(filePath: path)) {
        entries["\(prefix)\(name)"] = content
      }
    }
  }

  /// The hashes of a run.
  static let sums = "SHA256SUMS"

  /// What stands under a final name.
  var visible: [String: Data] {
    entries.filter { !Self.isHidden($0.key) && !$0.key.hasSuffix("/") }
  }

  /// The paths of all that is hidden, apart from what belongs there.
  func hidden(but others: FolderState) -> [String] {
    entries.keys.filter { Self.isHidden($0) && others.entries[$0] != entries[$0] }.sorted()
  }

  /// The files of each run, by the name of the run.
  var runs: [String: [String: Data]] {
    var runs: [String: [String: Data]] = [:]
    for (path, content) in visible where path.hasPrefix("runs/") {
      let parts = path.split(separator: "/", maxSplits: 2)
      if parts.count == 3 { runs[String(parts[1]), default: [:]][String(parts[2])] = content }
    }
    return runs
  }

  private static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  private static func journal(_ content: Data) -> Data {
    let isWhole = (try? JSONSerialization.jsonObject(with: content)) is [String: Any]
    return Data((isWhole ? "whole" : "damaged").utf8)
  }

  private static func checksums(_ content: Data, in folder: String) -> Data {
    let lines = String(decoding: content, as: UTF8.self).split(separator: "\n")
    let words = lines.map { line in
      let path = String(line.dropFirst(66))
      let bytes = try? Data(contentsOf: URL(filePath: folder + path))
      let hash = bytes.map { Fingerprint(of: $0).description }
      return "\(path) \(hash == String(line.prefix(64)) ? "right" : "wrong")"
    }
    return Data(words.joined(separator: "\n").utf8)
  }
}
