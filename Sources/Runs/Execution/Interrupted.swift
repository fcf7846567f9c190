/// The user stopped the run; nothing was published.
package struct Interrupted: Error, Equatable, Sendable {
  /// How many units were done, and of how many.
  package let done: Int
  package let total: Int

  package init(done: Int, of total: Int) {
    self.done = done
    self.total = total
  }
}
