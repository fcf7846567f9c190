/// How the computing of a plan, or of a part of it, ended.
package enum RunEnding: Sendable {
  /// The run is there.
  case published(RunOutcome)
  /// The part is done and kept; the run waits for others.
  case waiting(ShardOutcome)
  /// The part is there as a file of its own.
  case part(PartOutcome)
}
