import Foundation
import Records
import Support

/// The specs of the repository, and a manifest.
enum SpecTexts {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  static let all: [String] = {
    let folder = root.appending(path: "experiments")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let specs = (names ?? []).filter { $0.hasSuffix(".json") }.sorted()
    return specs.compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
      + [
        #"["\u00e9\ud83d\ude00\n", "é😀", {"a": {"b": [[], {}]}}, 1E+5, -0.0, "galaxy == 'DDO154'"]"#
      ]
  }()

  /// The pin of the run that the manifest is of.
  static let pin: String = {
    let source = SourceText(name: "manifest", text: manifest)
    let pin = Manifest.format.record(of: source, InputReport()).map { Pin($0) }
    return pin.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }()

  static let manifest = file("Tests/Golden/tiny-manifest.json")

  /// A file of the repository.
  static func file(_ path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }
}
