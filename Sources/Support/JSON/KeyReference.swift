/// What there is to know of a key, for help and reference pages.
package struct KeyReference: Equatable, Sendable {
  package let name: String
  /// The type of the value in words: `list of numbers`.
  package let type: String
  /// What the key is where it is not given, as JSON; `nil` for none.
  package let usual: String?
  package let isRequired: Bool
  /// What it says, in one sentence.
  package let summary: String
  /// The keys of the objects that the value is or holds.
  package let parts: [KeyReference]
}
