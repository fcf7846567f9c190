/// Whoever does the same for many positions, perhaps on several threads.
package protocol Workers: Sendable {
  /// The results in the order of their positions, however many threads work on them.
  func map<Value: Sendable>(_ count: Int, _ transform: @Sendable (Int) -> Value) -> [Value]
}

/// The thread that asks, and no other.
package struct OneWorker: Workers {
  package init() {}

  package func map<Value: Sendable>(
    _ count: Int, _ transform: @Sendable (Int) -> Value
  ) -> [Value] {
    (0..<count).map(transform)
  }
}
