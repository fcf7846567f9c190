import Console
import Plans
import Runs
import Specs
import Support

/// What `run --shard` says of a part while other parts are missing.
struct ShardView {
  let outcome: ShardOutcome

  var lines: [String] {
    [
      FactLine.text(
        "shard",
        "\(outcome.shard), \(outcome.computed.grouped) units computed in "
          + DurationText.measured(outcome.seconds)),
      FactLine.text("missing", outcome.missing.summary),
      "  'upsilon merge' publishes the run when they are there",
    ]
  }

  var json: JSONValue {
    [
      "name": .string(outcome.plan.spec.name),
      "identity": .string(outcome.plan.identity.fingerprint.description),
      "path": .null,
      "shard": .string(outcome.shard.description),
      "units": .number(Double(outcome.plan.unitCount)),
      "units_computed": .number(Double(outcome.computed)),
      "units_missing": .number(Double(outcome.missing.count)),
      "missing": .string(outcome.missing.summary),
    ]
  }
}
