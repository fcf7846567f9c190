import Console
import Plans
import Runs
import Specs
import Support

/// What `run --parts` says of a part that is a file of its own.
struct PartView {
  let outcome: PartOutcome

  /// - Parameters:
  ///   - invocation: The command line.
  ///   - file: The spec.
  /// - Returns: A line for each thing to say.
  func lines(_ invocation: Invocation, _ file: String) -> [String] {
    let units = outcome.units.counted("unit", "units")
    let done =
      outcome.computed == 0 && outcome.units > 0
      ? "\(units), all of them there already"
      : "\(units), \(outcome.computed.grouped) computed in "
        + DurationText.measured(outcome.seconds)
    let merge = invocation.line("merge", [file, "--parts", Files.parent(of: outcome.path)])
    return [
      FactLine.text("shard", "\(outcome.shard), \(done)"),
      FactLine.text("part", outcome.path),
      "  '\(merge)' publishes the run when all parts are there",
    ]
  }

  var json: JSONValue {
    [
      "name": .string(outcome.plan.spec.name),
      "identity": .string(outcome.plan.identity.fingerprint.description),
      "path": .null,
      "part": .string(outcome.path),
      "shard": .string(outcome.shard.description),
      "units": .number(Double(outcome.units)),
      "units_computed": .number(Double(outcome.computed)),
    ]
  }
}
