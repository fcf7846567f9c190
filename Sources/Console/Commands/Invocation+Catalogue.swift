extension Invocation {
  /// The command line of a program before anything was read of it.
  package init(of catalogue: CommandCatalogue) {
    self.init(
      program: catalogue.program,
      keys: Dictionary(
        catalogue.commands.map { ($0.name, Set($0.parameters.map(\.key))) },
        uniquingKeysWith: { first, _ in first }))
  }
}
