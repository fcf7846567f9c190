import Synchronization

/// Counts how often a law's curve is worked out at a radius.
enum Evaluations {
  private static let count = Atomic<Int>(0)

  /// Adds the values of one call: as many as stand side by side.
  static func add<Value>(_ value: Value.Type) {
    let values = MemoryLayout<Value>.size / MemoryLayout<Double>.size
    count.wrappingAdd(values, ordering: .relaxed)
  }

  /// How many a body works out; nothing else may count meanwhile.
  static func counted(_ body: () -> Void) -> Int {
    let before = count.load(ordering: .relaxed)
    body()
    return count.load(ordering: .relaxed) - before
  }
}
