package import Support

/// What there is to know of a step, for help and reference pages.
package struct StepReference: Equatable, Sendable {
  /// The key that selects it.
  package let key: String
  /// What it makes, in one sentence.
  package let summary: String
  /// Its keys, `name` first, then its own.
  package let keys: [KeyReference]
}
