/// How the program was called, as journals tell it.
package struct ProgramCall: Sendable {
  /// The version of the program.
  package let version: String
  /// The command line, its paths by their last part.
  package let command: String

  package init(version: String, command: String) {
    self.version = version
    self.command = command
  }
}
