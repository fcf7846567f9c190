package import Machine

/// A folder that is or was a run, as a look over all of them finds it.
package struct RunEntry: Sendable {
  package let path: String
  /// What is known of the run; `nil` if its manifest is gone or cannot be read.
  package let facts: RunFacts?
  /// Why nothing is known, in one line; empty if something is.
  package let damage: String
  /// Why the machine did not give what is there.
  var failure: FileError?

  /// The folder's name.
  package var name: String { Files.name(of: path) }

  /// What the run is called, as far as its folder tells.
  package var experiment: String {
    facts?.experiment ?? RunName(name)?.experiment ?? name
  }

  /// The identity of the run, or the start of it that the folder's name has; `nil` if neither
  /// tells.
  var identity: String? {
    facts?.identity ?? RunName(name)?.hash
  }

  /// Whether the folder has the name of its run, as a copy beside it has not.
  var hasOwnName: Bool {
    facts.map { name == "\($0.experiment)-\($0.identity.prefix(12))" } ?? false
  }

  /// Whether the run was made before another one, as far as clocks are believed.
  ///
  /// A run of which no moment is known comes first; runs of one moment go by the names of their
  /// folders.
  package func isOlder(than other: RunEntry, at now: Moment) -> Bool {
    let (made, later) = (facts?.moment(at: now), other.facts?.moment(at: now))
    guard made != later else { return name < other.name }
    guard let made, let later else { return made == nil }
    return made < later
  }
}
