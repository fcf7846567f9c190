/// A command that tells of all commands of the program: its manual page, its completions.
package protocol CatalogueReading: Command {
  /// Does the work.
  static func run(
    _ arguments: Arguments, of catalogue: CommandCatalogue, _ terminal: Terminal
  ) throws -> ExitStatus
}

extension CatalogueReading {
  package static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> ExitStatus {
    preconditionFailure("'\(name)' is run by the catalogue that it tells of")
  }
}

extension CommandCatalogue {
  /// Runs one of the commands.
  package func run(
    _ command: any Command.Type, _ arguments: Arguments, _ terminal: Terminal
  ) throws -> ExitStatus {
    guard let reader = command as? any CatalogueReading.Type else {
      return try command.run(arguments, terminal)
    }
    return try reader.run(arguments, of: self, terminal)
  }
}
