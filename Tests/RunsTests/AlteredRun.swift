import Foundation
import Records
import Runs
import Support
import Testing

/// A run beside another one in the same store that differs from it in what its identity is the hash
/// of; identity, name and checksums fit.
struct AlteredRun {
  /// The folder.
  let path: String

  var name: String { Files.name(of: path) }

  /// Puts it beside a run, under the same name unless another is given, with something different
  /// in the manifest.
  init(of run: StoredRun, named name: String? = nil, _ change: (JSONValue) throws -> JSONValue)
    throws
  {
    var manifest = try change(try TinyRun.json("\(run.path)/manifest.json"))
    let report = InputReport()
    let source = SourceText(name: "manifest.json", bytes: manifest.readableBytes)
    let identity = try #require(Manifest.format.record(of: source, report)).madeIdentity
    manifest = manifest.replacing(["identity"], with: .string("\(identity)"))
    let name = name ?? run.experiment
    path = "\(Files.parent(of: run.path))/\(name)-\(identity.short)"
    try FileManager.default.copyItem(atPath: run.path, toPath: path)
    let spec = try TinyRun.json("\(run.path)/spec.json").replacing(["name"], with: .string(name))
    for (file, value) in [("manifest.json", manifest), ("spec.json", spec)] {
      try Files.replace("\(path)/\(file)", with: value.readableBytes)
    }
    try ForgedRun.mendChecksums(of: path)
  }

  /// Writes when a run was begun by its journal, and when its manifest was written by the file
  /// system.
  static func date(_ path: String, begun: Date, written: Date? = nil) throws {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    let journal = try TinyRun.json("\(path)/journal.json")
      .replacing(["started"], with: .string(begun.formatted(style)))
    try Files.replace("\(path)/journal.json", with: journal.readableBytes)
    try ForgedRun.mendChecksums(of: path)
    try FileManager.default.setAttributes(
      [.modificationDate: written ?? begun], ofItemAtPath: "\(path)/manifest.json")
  }
}
