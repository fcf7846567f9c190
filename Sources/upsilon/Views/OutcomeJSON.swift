import Plans
import Records
import Runs
import Specs
import Support

/// What `run --json` says of one run.
enum OutcomeJSON {
  /// The run, and how it stands to its lock where that was asked for.
  static func value(_ outcome: RunOutcome, _ check: LockVerdict?) -> JSONValue {
    guard case .object(let members) = value(outcome), let check else { return value(outcome) }
    return .object(members + [.init("lock", LockVerdictView.json(check))])
  }

  private static func value(_ outcome: RunOutcome) -> JSONValue {
    [
      "name": .string(outcome.plan.spec.name),
      "identity": .string(outcome.plan.identity.fingerprint.description),
      "path": .string(outcome.run.path),
      "was_there": .bool(outcome.origin == .there),
      "taken_over": outcome.twin.map { .string($0) } ?? .null,
      "units": .number(Double(outcome.plan.unitCount)),
      "units_computed": .number(Double(outcome.computed)),
      "refused": .number(Double(outcome.refusedCount)),
      "satisfied": .bool(outcome.isSatisfied),
      "answer": outcome.plan.spec.answer.map {
        .string($0.filled(from: outcome.tables).text)
      } ?? .null,
      "warnings": .array(outcome.run.manifest.warnings.map { .string($0) }),
      "expectations": .array(
        outcome.expectations.map {
          [
            "subject": .string($0.subject), "expected": .string($0.expected),
            "found": .string($0.found), "met": .bool($0.isMet),
            "source": .string($0.expectation.source),
          ]
        }),
    ]
  }
}
