import Foundation
import Records
import Support
import Testing

/// The manifest of a small run, and what is made of it.
enum Samples {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The golden manifest with a text replaced, which has to be there.
  static func manifestText(replacing old: String = "", with new: String = "") throws -> String {
    let text = try text("Tests/Golden/tiny-manifest.json")
    if old.isEmpty { return text }
    let range = try #require(text.range(of: old), "the manifest has no '\(old)'")
    return text.replacingCharacters(in: range, with: new)
  }

  static func manifest() throws -> Manifest {
    let source = SourceText(name: "manifest.json", text: try manifestText())
    return try #require(Manifest.format.record(of: source, InputReport()))
  }

  /// What is wrong with a text, as `line:column: message`.
  static func mistakes<Record>(
    _ text: String, _ read: (SourceText, InputReport) -> Record?
  ) throws -> [String] {
    let report = InputReport()
    let record = read(SourceText(name: "record", text: text), report)
    #expect((record == nil) == report.hasErrors, "a record and a mistake, or neither")
    return try report.diagnostics.map { diagnostic in
      let place = try #require(diagnostic.place, "\(diagnostic.message)").location
      return "\(place.line):\(place.column): \(diagnostic.message)"
    }
  }
}
