import Console
import Foundation
import Records
import Runs
import Support

/// A lock that a run is held against.
struct LockCheck {
  private let path: String
  private let pin: Pin

  /// Reads the locks of specs, before anything is computed.
  ///
  /// - Throws: `InputRejected` with every lock that is missing or cannot be used, `UsageError` if the
  ///   command changes settings, for which there are no locks.
  static func locks(of files: [String], _ arguments: Arguments) throws -> [LockCheck] {
    if !arguments[Workspace.set].isEmpty {
      throw UsageError.conflict("--\(RunCommand.locked.name)", "--\(Workspace.set.name)")
    }
    var locks: [LockCheck] = []
    var mistakes: [Diagnostic] = []
    for file in files {
      do {
        guard let pin = try PinFile.read(of: file) else {
          throw InputRejected(
            "there is no lock '\(PinFile.path(of: file))'", help: "'upsilon pin \(file)' writes it")
        }
        locks.append(LockCheck(path: PinFile.path(of: file), pin: pin))
      } catch let rejected as InputRejected {
        mistakes += rejected.diagnostics
      }
    }
    if !mistakes.isEmpty { throw InputRejected(mistakes) }
    return locks
  }

  /// Holds a run against the lock.
  func check(_ run: StoredRun) throws -> Result {
    Result(path: path, diff: try Self.diff(pin, path, run))
  }

  /// How a run differs from a lock.
  static func diff(_ pin: Pin, _ path: String, _ run: StoredRun) throws -> RunDiff {
    try RunComparison(
      DiffSide(path, pin: pin), DiffSide(run.name, run: run), DiffRequest(),
      jobs: ProcessInfo.processInfo.activeProcessorCount
    ) { nil }.result()
  }

  /// How a run stands to its lock.
  struct Result {
    let path: String
    let diff: RunDiff

    /// Whether the results are what was pinned.
    var isHeld: Bool { diff.isEmpty }

    /// The same in one sentence.
    var sentence: String {
      if !isHeld { return "'\(path)' is not met: the results are not those that were pinned" }
      return diff.old.identity == diff.new.identity
        ? "as pinned" : "as pinned, although the identity is another: the results are equal"
    }

    /// The sentence, and how the results differ.
    func lines(width: Int?) -> [String] {
      let head = RunSummary.row("lock", sentence)
      if isHeld { return [head] }
      let page = DiffPage(diff, isDetailed: false)
      return [head, ""] + DiffText.lines(of: page, width: width)
    }

    var json: JSONValue {
      ["path": .string(path), "held": .bool(isHeld), "diff": DiffJSON.value(diff)]
    }
  }
}
