import Synchronization

/// Counts the units that are computed, each once, though some may be computed again.
final class UnitCounter: Sendable {
  private let total: Int
  private let done = Atomic(0)
  private let observe: @Sendable (Int) -> Void

  /// - Parameters:
  ///   - total: How many units there are.
  ///   - observe: Called with the number of units done so far.
  init(_ total: Int, _ observe: @escaping @Sendable (Int) -> Void) {
    (self.total, self.observe) = (total, observe)
  }

  func add(_ count: Int) {
    let done = done.add(count, ordering: .relaxed).newValue
    if done <= total { observe(done) }
  }
}
