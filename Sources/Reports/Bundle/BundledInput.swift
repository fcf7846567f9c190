/// A data file that a run was made from, and whether it is in the bundle.
package struct BundledInput: Sendable {
  /// Where somebody else finds it.
  package enum Origin: Equatable, Sendable {
    /// The program makes it, or carries it.
    case program
    /// A file of a registered dataset, with the addresses where it is published.
    case registered(dataset: String, addresses: [String])
    /// The user's own.
    case own
  }

  /// The part that it plays.
  package let role: String
  /// What it is called.
  package let name: String
  package let sha256: String
  package let bytes: Int
  package let origin: Origin
  /// Its path in the bundle; `nil` if it does not travel.
  package let path: String?

  package init(
    role: String, name: String, sha256: String, bytes: Int, origin: Origin, path: String?
  ) {
    (self.role, self.name, self.sha256, self.bytes) = (role, name, sha256, bytes)
    (self.origin, self.path) = (origin, path)
  }

  /// Whether somebody who has the bundle and the program lacks it.
  var isLacking: Bool { path == nil && origin != .program }

  /// How to get it, as the end of a sentence.
  var source: String {
    if let path { return "enclosed as \(path)" }
    switch origin {
    case .program: return "a part of the program"
    case .own: return "the authors' own: ask them for it"
    case .registered(let dataset, let addresses):
      let command = "upsilon data fetch \(dataset)"
      guard let first = addresses.first else { return "ask the publisher of '\(dataset)' for it" }
      return "'\(command)' downloads it from \(first)"
    }
  }
}
