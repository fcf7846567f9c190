/// What figures say of the run that they are drawn from.
package struct FigureFacts: Sendable {
  /// What the run is called; empty where there is none.
  package var run: String

  package init(run: String) { self.run = run }
}
