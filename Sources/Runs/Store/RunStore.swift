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
}
