import Dispatch
package import Experiments
import Synchronization

/// Computes the units of a plan on several threads.
package enum Scheduler {
  /// How many units a worker takes at a time; small enough for a stop within a second.
  private static let largestChunk = 256

  /// Computes every unit of a plan.
  ///
  /// Workers take the next chunk from a shared cursor, so a slow unit does not hold up others. Each
  /// unit writes its own record, so the result does not depend on the number of workers or the order.
  ///
  /// - Parameters:
  ///   - plan: What to compute.
  ///   - jobs: How many workers.
  ///   - cancellation: Looked at between chunks.
  ///   - observe: Called with the number of units done so far, on the thread that did them.
  /// - Returns: For each computation, the records of its units in the order of the plan.
  /// - Throws: ``Interrupted`` when a stop was requested before the end.
  package static func records(
    of plan: Plan, jobs: Int, cancellation: Cancellation,
    observe: @escaping @Sendable (Int) -> Void
  ) throws(Interrupted) -> [[Double]] {
    var all: [[Double]] = []
    var before = 0
    for computation in plan.computations {
      let start = before
      let (records, done) = records(
        of: computation, jobs: jobs, cancellation: cancellation
      ) { observe(start + $0) }
      before += done
      if done < computation.unitCount { throw Interrupted(done: before, of: plan.unitCount) }
      all.append(records)
    }
    return all
  }

  /// Computes the units of one computation, or those that fit in before a stop.
  private static func records(
    of computation: any Computation, jobs: Int, cancellation: Cancellation,
    observe: @escaping @Sendable (Int) -> Void
  ) -> (records: [Double], done: Int) {
    let count = computation.unitCount
    let width = computation.recordWidth
    let workers = min(jobs, max(1, count))
    let chunk = max(1, min(largestChunk, count / workers / 8))
    let cursor = Atomic(0)
    let done = Atomic(0)
    let records = [Double](unsafeUninitializedCapacity: count * width) { buffer, initialized in
      buffer.initialize(repeating: .nan)
      nonisolated(unsafe) let records = buffer
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        while !cancellation.isRequested {
          let start = cursor.add(chunk, ordering: .relaxed).oldValue
          guard start < count else { return }
          let units = start..<min(start + chunk, count)
          let span = (units.lowerBound * width)..<(units.upperBound * width)
          computation.compute(units, into: UnsafeMutableBufferPointer(rebasing: records[span]))
          observe(done.add(units.count, ordering: .relaxed).newValue)
        }
      }
      initialized = count * width
    }
    return (records, done.load(ordering: .relaxed))
  }

  /// Maps positions on several threads; results come in order.
  ///
  /// - Returns: `nil` if a stop was requested before the end.
  package static func map<Value: Sendable>(
    _ count: Int, jobs: Int, cancellation: Cancellation, _ transform: @Sendable (Int) -> Value
  ) -> [Value]? {
    var results = [Value?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      let cursor = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: min(jobs, max(1, count))) { _ in
        while !cancellation.isRequested {
          let index = cursor.add(1, ordering: .relaxed).oldValue
          guard index < count else { return }
          results[index] = transform(index)
        }
      }
    }
    let finished = results.compactMap(\.self)
    return finished.count == count ? finished : nil
  }
}
