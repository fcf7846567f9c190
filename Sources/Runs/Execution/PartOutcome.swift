package import Plans

/// A part of a plan that is there as a file of its own.
package struct PartOutcome: Sendable {
  package let plan: Plan
  package let shard: Shard
  /// The file.
  package let path: String
  /// How many units it has.
  package let units: Int
  /// How many of them this process computed; the others were there.
  package let computed: Int
  /// Wall time, s.
  package let seconds: Double
}
