package import Plans
import Records
import Specs
import Support

/// The folder of runs.
///
/// A run appears under its name only when it is complete: it is written to `.partial`, flushed to
/// the disk, and renamed.
package struct RunStore: Sendable {
  /// The folder, as the user named it.
  package let root: String

  package init(_ root: String) {
    self.root = root
  }

  /// The complete run of a plan, if there is one.
  ///
  /// - Throws: ``FileError`` if the folder has the name of the run and is something else.
  package func run(of plan: Plan) throws(FileError) -> StoredRun? {
    guard has(plan) else { return nil }
    let path = "\(root)/\(plan.runName)"
    guard let run = try StoredRun(at: path),
      run.manifest.identity == plan.identity.fingerprint
    else {
      throw FileError(
        "use", path, "it has the name of this run and is not a complete run of it; move it away")
    }
    return run
  }

  /// The complete run of a plan with every file of its record, if there is one.
  ///
  /// - Throws: ``DamagedRun`` if files are missing, ``FileError`` if the folder has the name of the
  ///   run and is something else.
  package func wholeRun(of plan: Plan) throws -> StoredRun? {
    guard has(plan) else { return nil }
    let path = "\(root)/\(plan.runName)"
    if Files.isFolder(path) {
      try StoredRun.checkRecord(at: path, of: plan.identity.fingerprint)
    }
    return try run(of: plan)
  }

  /// Whether something has the name of the run of a plan.
  func has(_ plan: Plan) -> Bool {
    Files.exists("\(root)/\(plan.runName)")
  }

  /// Every complete run, sorted by name.
  package func runs() throws(FileError) -> [StoredRun] {
    try folders().compactMap(\.run)
  }

  /// Every folder that is or was a run, sorted by name.
  package func folders() throws(FileError) -> [RunFolder] {
    guard Files.exists(root) else { return [] }
    return try Files.names(in: root).filter { !$0.hasPrefix(".") }
      .compactMap { RunFolder(at: "\(root)/\($0)") }
  }

  /// The run that a word means: a folder, a prefix of the hash, or a name (its latest run).
  ///
  /// - Throws: `InputRejected` if the word means none, several or a damaged one, ``FileError`` if
  ///   the store cannot be read.
  package func run(meant word: String) throws -> StoredRun {
    let folder = try folder(meant: word)
    if let run = folder.run { return run }
    let damage = folder.mistakes.isEmpty ? folder.damage : "its manifest cannot be read"
    let refusal = InputRejected(
      "run '\(folder.name)' is damaged: \(damage)",
      help: "'upsilon verify \(word)' says what is left of it")
    throw InputRejected(refusal.diagnostics + folder.mistakes)
  }

  /// The folder of the run that a word means, damaged or not.
  ///
  /// - Throws: `InputRejected` if the word means none or several, ``FileError`` if the store cannot
  ///   be read.
  package func folder(meant word: String) throws -> RunFolder {
    for path in [word, "\(root)/\(word)"] where !word.isEmpty {
      if let folder = RunFolder(at: path) { return folder }
    }
    let folders = try folders()
    let named = folders.filter { $0.experiment == word }
    let complete = named.compactMap { folder in folder.run.map { (folder: folder, run: $0) } }
    if let latest = complete.max(by: { $0.run.isOlder(than: $1.run) }) { return latest.folder }
    let fitting = named.isEmpty ? folders.filter { $0.isMeant(byHash: word) } : named
    if fitting.count == 1 { return fitting[0] }
    // A copy beside the run does not make its hash ambiguous.
    if Set(fitting.map(\.identity)).count == 1, let own = fitting.first(where: \.hasOwnName) {
      return own
    }
    if fitting.count > 1 {
      throw InputRejected(
        "'\(word)' fits \(fitting.count) runs",
        help: "they are \(fitting.map(\.name).joined(separator: ", "))")
    }
    let known = Array(Set(folders.map(\.experiment))).sorted()
    throw InputRejected(
      "there is no run '\(word)' in '\(root)'",
      help: folders.isEmpty ? "'upsilon run' makes one" : known.advice(for: word))
  }
}
