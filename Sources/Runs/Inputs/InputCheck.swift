package import Support

/// A data file of a run, held against the file at hand.
package struct InputCheck: Equatable, Sendable {
  /// How the file at hand compares.
  package enum State: Equatable, Sendable {
    case same
    /// Why it is not what the run was made from.
    case different(String)
    /// Why it was not compared.
    case notChecked(Advice)
  }

  /// The part the file plays, as the manifest has it.
  package let role: String
  /// Where the file is, or should be; empty for data that the program makes itself.
  package let file: String
  package let state: State

  package init(role: String, file: String, state: State) {
    self.role = role
    self.file = file
    self.state = state
  }
}
