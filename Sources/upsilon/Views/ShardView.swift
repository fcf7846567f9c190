import Console
import Plans
import Runs
import Specs
import Support

/// What `run --shard` says of a part while other parts are missing.
struct ShardView {
  let outcome: ShardOutcome

  /// - Parameters:
  ///   - invocation: The command line.
  ///   - file: The spec.
  /// - Returns: A line for each thing to say.
  func lines(_ invocation: Invocation, _ file: String) -> [String] {
    [
      FactLine.text(
        "shard",
        "\(outcome.shard), \(outcome.computed.grouped) units computed in "
          + DurationText.measured(outcome.seconds)),
      FactLine.text("missing", outcome.missing.summary),
      "  '\(invocation.line("merge", [file]))' publishes the run when they are there",
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
