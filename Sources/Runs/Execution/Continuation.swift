package import Support

/// What a run finds of itself before it computes anything.
package struct Continuation: Equatable, Sendable {
  /// How many of its units were there.
  package let kept: Int
  /// How many units it has.
  package let total: Int
  /// What was wrong with the logs that were there.
  package let notices: [Diagnostic]
}
