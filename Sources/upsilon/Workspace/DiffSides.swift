import Console
import Records
import Runs
import Shelf
import Specs
import Support

/// The words of `diff` as sides: a run, a manifest, a lock, or a spec.
struct DiffSides {
  let workspace: Workspace

  /// The side that a word means.
  ///
  /// A spec stands for its run if there is one.
  ///
  /// - Throws: `InputRejected` if it means nothing that can be compared, `FileError` if a file cannot be
  ///   read.
  func side(_ word: String) throws -> DiffSide {
    guard Files.exists(word), !Files.isFolder(word) else {
      let run = try workspace.store.run(meant: word)
      return try DiffSide(run.name, run: run)
    }
    let report = InputReport()
    let node = JSONParser.parse(SourceText(name: word, bytes: try Files.read(word)), report)
    try report.check()
    if let node, node["manifest"] != nil || node["lock"] != nil {
      guard let manifest = Self.manifest(node.plain) else {
        throw InputRejected(
          "'\(word)' is a damaged manifest or lock, or one of another version",
          help: "'upsilon verify' checks the run of a manifest; a lock has its history")
      }
      return DiffSide(word, manifest: manifest)
    }
    guard node?["upsilon"] != nil || node?["extends"] != nil else {
      throw InputRejected(
        "'\(word)' is neither a manifest, a lock nor a spec",
        help: "give a run, its manifest.json, or a spec")
    }
    return try spec(word)
  }

  /// What a manifest or a lock holds; `nil` if it is no whole one of this version.
  private static func manifest(_ json: JSONValue) -> Manifest? {
    let manifest = Manifest(json)
    if json["lock"] != nil { return RunLock(json) == nil ? nil : manifest }
    let isWhole = json["manifest"]?.count == Manifest.version && !manifest.tables.isEmpty
    return isWhole && Fingerprint(manifest.identity) != nil ? manifest : nil
  }

  private func spec(_ path: String) throws -> DiffSide {
    let report = InputReport()
    let spec = try Workspace.spec(path, settings: [], report)
    guard workspace.shelf.isAtHand(spec.dataset) else { return DiffSide(path, spec: spec) }
    let plan = try Workspace.plan(
      spec, from: workspace.shelf, workspace.components, report)
    if let run = try workspace.store.run(of: plan) { return try DiffSide(path, run: run) }
    return DiffSide(path, plan: plan)
  }
}
