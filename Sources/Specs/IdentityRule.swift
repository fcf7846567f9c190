/// What of a spec an identity is the hash of; the number is that of the layout of manifests with
/// it.
package enum IdentityRule: Int, CaseIterable, Sendable {
  /// What determines results, and the name of the spec.
  case withName = 1
  /// What determines results.
  case withoutName = 2

  /// The rule by which this program makes identities; those of earlier runs stay as they were made.
  package static let current = IdentityRule.withoutName

  /// The numbers of all rules.
  package static let numbers = withName.rawValue...current.rawValue
}
