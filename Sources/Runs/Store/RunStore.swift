package import Experiments
import Support

/// The folder of runs.
///
/// A run appears under its name only when it is complete: it is written to `.partial`, flushed to the
/// disk, and renamed.
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
      run.manifest.identity == plan.identity.fingerprint.description
    else {
      throw FileError(
        "use", path, "it has the name of this run and is not a complete run of it; move it away")
    }
    return run
  }

  /// Whether something has the name of the run of a plan.
  func has(_ plan: Plan) -> Bool {
    Files.exists("\(root)/\(plan.runName)")
  }

  /// Every complete run, sorted by name.
  package func runs() throws(FileError) -> [StoredRun] {
    guard Files.exists(root) else { return [] }
    var runs: [StoredRun] = []
    for name in try Files.names(in: root) where !name.hasPrefix(".") {
      if let run = try StoredRun(at: "\(root)/\(name)") { runs.append(run) }
    }
    return runs
  }

  /// The run that a word means: a folder, a prefix of the hash, or a name (its latest run).
  ///
  /// - Throws: `InputRejected` if the word means none or several, ``FileError`` if the store cannot be
  ///   read.
  package func run(meant word: String) throws -> StoredRun {
    for path in [word, "\(root)/\(word)"] where Files.isFolder(path) {
      if let run = try StoredRun(at: path) { return run }
    }
    let runs = try runs()
    let named = runs.filter { $0.manifest.name == word }
    if let latest = named.max(by: { $0.started < $1.started }) { return latest }
    let hashed = runs.filter { $0.manifest.identity.hasPrefix(word.lowercased()) }
    if hashed.count == 1 { return hashed[0] }
    if hashed.count > 1 {
      throw InputRejected(
        "'\(word)' fits \(hashed.count) runs",
        help: "they are \(hashed.map(\.name).joined(separator: ", "))")
    }
    let known = Array(Set(runs.map(\.manifest.name))).sorted()
    throw InputRejected(
      "there is no run '\(word)' in '\(root)'",
      help: runs.isEmpty ? "'upsilon run' makes one" : known.advice(for: word))
  }

  /// Publishes a run.
  ///
  /// - Parameters:
  ///   - name: The name of its folder.
  ///   - files: Its files.
  ///   - contribution: What this process added to the partial run; it ends when the run is there.
  ///   - cancellation: A request to stop, which is noticed until all is written.
  /// - Returns: The run; the one that another process published meanwhile, if it was faster; `nil` if
  ///   a stop was requested.
  /// - Throws: ``FileError``, with no file of the run left behind.
  func publish(
    _ name: String, _ files: [RunFile], from contribution: Contribution,
    unless cancellation: Cancellation
  ) throws(FileError) -> StoredRun? {
    let folder = try contribution.write(files, unless: cancellation)
    if cancellation.isRequested { return nil }
    let target = "\(root)/\(name)"
    _ = try Files.rename(folder, to: target)
    guard let run = try StoredRun(at: target) else {
      throw FileError(
        "use", target, "it has the name of this run and is not complete; move it away")
    }
    contribution.finish()
    return run
  }
}
