package import Plans

/// What is known after a part of a plan, while other parts are missing.
package struct ShardOutcome: Sendable {
  package let plan: Plan
  package let shard: Shard
  /// How many units this process computed.
  package let computed: Int
  package let missing: MissingUnits
  /// Wall time, s.
  package let seconds: Double
}
