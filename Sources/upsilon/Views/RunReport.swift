import Runs
import Support

/// What is said of one plan that was carried out: the run and its lock, or what is missing of it.
struct RunReport {
  private let ending: RunEnding
  private let check: LockVerdict?

  /// Holds a run that is there against its lock, where there is one.
  init(_ ending: RunEnding, _ lock: LockCheck?) throws {
    self.ending = ending
    guard case .published(let outcome) = ending else {
      check = nil
      return
    }
    check = try lock?.check(outcome.run)
  }

  /// The run; `nil` while parts are missing.
  var outcome: RunOutcome? {
    guard case .published(let outcome) = ending else { return nil }
    return outcome
  }

  var path: String? { outcome?.run.path }

  /// Whether nothing that was expected or pinned is missed.
  var isSatisfied: Bool {
    (outcome?.isSatisfied ?? true) && (check?.isHeld ?? true)
  }

  /// What to say where little is said: that the lock is not met.
  var complaint: String? {
    check.flatMap { $0.isHeld ? nil : $0.sentence }
  }

  func lines(jobs: Int, width: Int?) -> [String] {
    switch ending {
    case .published(let outcome):
      RunSummary(outcome: outcome, jobs: jobs).lines(width: width)
        + [check].compactMap(\.self).flatMap { LockVerdictView.lines($0, width: width) }
    case .waiting(let outcome): ShardView(outcome: outcome).lines
    }
  }

  var json: JSONValue {
    switch ending {
    case .published(let outcome): OutcomeJSON.value(outcome, check)
    case .waiting(let outcome): ShardView(outcome: outcome).json
    }
  }
}
