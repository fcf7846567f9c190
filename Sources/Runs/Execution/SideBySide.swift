import Dispatch
package import Support
import Synchronization

/// Carries out a few tasks at a time, each of which shares its own work among all workers.
///
/// While one reads, draws or waits for the disk, another has use for the processors.
package enum SideBySide {
  /// How many tasks are at work together at most: each may hold tables.
  package static let most = 4

  private struct State<Value: Sendable>: Sendable {
    var values: [Int: Value] = [:]
    var failures: [Int: any Error] = [:]
  }

  /// Carries out tasks.
  ///
  /// - Parameters:
  ///   - rows: The tasks by their numbers; those in one row go one after another, as they have to
  ///     do with the same thing. Rows are begun in their order.
  ///   - jobs: How many workers there are; no more tasks than that are at work together.
  ///   - cancellation: Requested when a task fails, so that the others end; no row is begun and no
  ///     task in one goes on then.
  ///   - task: Carries out the task of a number.
  /// - Returns: What came of each task, by its number.
  /// - Throws: The failure of the first task that failed by itself and was not interrupted, or one
  ///   ``Interrupted`` for all that were.
  package static func run<Value: Sendable>(
    _ rows: [[Int]], jobs: Int, unless cancellation: Cancellation,
    _ task: @escaping @Sendable (Int) throws -> Value
  ) throws -> [Int: Value] {
    let state = Mutex(State<Value>())
    let cursor = Atomic(0)
    @Sendable func work() {
      while true {
        let place = cursor.add(1, ordering: .relaxed).oldValue
        guard rows.indices.contains(place) else { return }
        for number in rows[place] {
          guard state.withLock(\.failures.isEmpty) else { return }
          do {
            let value = try task(number)
            state.withLock { $0.values[number] = value }
          } catch {
            state.withLock { $0.failures[number] = error }
            cancellation.request()
          }
        }
      }
    }
    let others = DispatchGroup()
    for _ in 1..<max(1, min(jobs, rows.count, most)) {
      DispatchQueue.global().async(group: others) { work() }
    }
    work()
    others.wait()
    let ended = state.withLock(\.self)
    if let failure = Self.failure(of: ended.failures) { throw failure }
    return ended.values
  }

  /// What to say of failures, if there are any.
  private static func failure(of failures: [Int: any Error]) -> (any Error)? {
    let inOrder = failures.sorted { $0.key < $1.key }.map(\.value)
    let interruptions = inOrder.compactMap { $0 as? Interrupted }
    if let failure = inOrder.first(where: { !($0 is Interrupted) }) { return failure }
    if interruptions.isEmpty { return nil }
    return Interrupted(
      kept: interruptions.reduce(0) { $0 + $1.kept },
      of: interruptions.reduce(0) { $0 + $1.total })
  }
}
