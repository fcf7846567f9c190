/// The user stopped the run; nothing was published, and what was computed is kept.
package struct Interrupted: Error, Equatable, Sendable {
  /// How many units are kept, and of how many.
  package let kept: Int
  package let total: Int

  package init(kept: Int, of total: Int) {
    self.kept = kept
    self.total = total
  }
}
