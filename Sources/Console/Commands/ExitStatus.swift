/// How the program ends; scripts depend on these numbers.
package enum ExitStatus: Int32, CaseIterable, Sendable {
  /// Everything asked for was done.
  case done = 0
  /// The work is done, but a unit was refused where the spec forbids it, an expectation was
  /// missed, or a diff is not empty.
  case unmet = 1
  /// The command line, a spec or a data file is wrong, and nothing was written.
  case rejected = 2
  /// The machine failed: disk, permission, network.
  case broken = 3
}

extension ExitStatus: Comparable {
  /// A later status is a worse one, so the status of several pieces of work is their maximum.
  package static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}
