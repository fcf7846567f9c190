import Console

extension Invocation {
  /// The options that say where things are, and what a spec was changed to.
  private static let carried = ["--set", "--from", "--specs", "--data", "--runs"]

  /// The command line of a verb; `nil` before it was read.
  init(_ arguments: Arguments?) {
    self.init(arguments, carrying: Self.carried, in: Upsilon.catalogue)
  }
}
