import Machine
import Records
import Runs
import Support

/// A lock that a run is held against.
struct LockCheck {
  private let path: String
  private let pin: Pin

  /// Reads the locks of specs, before anything is computed.
  ///
  /// - Throws: `InputRejected` with every lock that is missing or cannot be used.
  static func locks(of files: [String]) throws -> [LockCheck] {
    var locks: [LockCheck] = []
    var mistakes: [Diagnostic] = []
    for file in files {
      do {
        guard let pin = try PinFile.read(of: file) else {
          throw InputRejected(
            "there is no lock '\(PinFile.path(of: file))'",
            help: "\(command: "pin", file) writes it")
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
  func check(_ run: StoredRun) throws -> LockVerdict {
    LockVerdict(path: path, diff: try Self.diff(pin, path, run))
  }

  /// How a run differs from a lock.
  static func diff(_ pin: Pin, _ path: String, _ run: StoredRun) throws -> RunDiff {
    try RunComparison(
      DiffSide(path, pin: pin), DiffSide(run.name, run: run), DiffRequest(), jobs: Host.processors
    ) { nil }.result()
  }
}
