import Console
import Runs
import Support

/// What is said of one plan that was carried out: the run and its lock, or what is missing of it.
struct RunReport {
  private let ending: RunEnding
  private let check: LockVerdict?
  /// The spec.
  private let file: String
  private let views: RunViewPaths

  /// Holds a run that is there against its lock, where there is one.
  init(_ ending: RunEnding, _ lock: LockCheck?, _ file: String, _ views: RunViewPaths) throws {
    (self.ending, self.file, self.views) = (ending, file, views)
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

  /// The folder of the run, or the file of the part.
  var path: String? {
    if case .part(let part) = ending { return part.path }
    return outcome?.run.path
  }

  /// Whether nothing that was expected or pinned is missed.
  var isSatisfied: Bool {
    (outcome?.isSatisfied ?? true) && (check?.isHeld ?? true)
  }

  /// What to say where little is said: that the lock is not met.
  var complaint: String? {
    check.flatMap { $0.isHeld ? nil : $0.sentence }
  }

  func lines(jobs: Int, _ invocation: Invocation, width: Int?) -> [String] {
    switch ending {
    case .published(let outcome):
      RunSummary(outcome: outcome, jobs: jobs, invocation: invocation).lines(width: width)
        + [check].compactMap(\.self).flatMap { LockVerdictView.lines($0, width: width) }
        + views.lines
    case .waiting(let outcome): ShardView(outcome: outcome).lines(invocation, file)
    case .part(let outcome): PartView(outcome: outcome).lines(invocation, file)
    }
  }

  var json: JSONValue {
    switch ending {
    case .published(let outcome): OutcomeJSON.value(outcome, check)
    case .waiting(let outcome): ShardView(outcome: outcome).json
    case .part(let outcome): PartView(outcome: outcome).json
    }
  }
}
