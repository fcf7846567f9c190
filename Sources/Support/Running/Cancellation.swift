import Synchronization

/// A request to stop, raised once and seen by every worker.
package final class Cancellation: Sendable {
  private let flag = Atomic(false)

  package init() {}

  package func request() {
    flag.store(true, ordering: .relaxed)
  }

  package var isRequested: Bool {
    flag.load(ordering: .relaxed)
  }
}
