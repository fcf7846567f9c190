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
  /// - Throws: `InputRejected` if it means nothing that can be compared or a damaged run,
  ///   `FileError` if a file cannot be read.
  func side(_ word: String) throws -> DiffSide {
    do {
      return try found(word)
    } catch let damaged as DamagedRun {
      throw InputRejected("\(damaged)", help: damaged.help)
    }
  }

  private func found(_ word: String) throws -> DiffSide {
    guard Files.exists(word), !Files.isFolder(word) else {
      let run = try workspace.store.run(meant: word)
      return try DiffSide(run.name, run: run)
    }
    let source = SourceText(name: word, bytes: try Files.read(word))
    if Pin.isMeant(by: source) {
      return DiffSide(word, pin: try PinFile.pin(source))
    }
    let report = InputReport()
    let node = JSONParser.parse(source, report)
    try report.check()
    if node?["lock"] != nil { return DiffSide(word, pin: try PinFile.pin(source)) }
    if let node, node["manifest"] != nil {
      let manifest = Manifest.format.record(of: node, report)
      try report.check()
      if let manifest {
        try StoredRun.checkManifest(at: word)
        return DiffSide(word, manifest: manifest)
      }
    }
    guard node?["upsilon"] != nil || node?["extends"] != nil else {
      throw InputRejected(
        "'\(word)' is neither a manifest, a lock nor a spec",
        help: "give a run, its manifest.json, or a spec")
    }
    return try spec(word)
  }

  private func spec(_ path: String) throws -> DiffSide {
    let report = InputReport()
    let spec = try Workspace.spec(path, settings: [], report)
    guard workspace.shelf.isAtHand(spec.dataset) else { return DiffSide(path, spec: spec) }
    let plan = try Workspace.plan(
      spec, from: workspace.shelf, workspace.components, report)
    if let run = try workspace.store.wholeRun(of: plan) { return try DiffSide(path, run: run) }
    return DiffSide(path, plan: plan)
  }
}
