import Dispatch
package import Plans
import Steps
package import Support
import Synchronization

/// Computes the units of a plan on several threads.
package enum Scheduler {
  /// Computes units of a plan.
  ///
  /// Workers take the next piece from a shared cursor, so a slow unit does not hold up others. Each
  /// unit writes its own record, so the result does not depend on the number of workers or the
  /// order.
  ///
  /// - Parameters:
  ///   - pieces: Which units.
  ///   - plan: What to compute.
  ///   - records: Receives the records.
  ///   - jobs: How many workers.
  ///   - cancellation: Looked at between pieces.
  ///   - isOurs: Whether a piece is to be computed here; asked just before.
  ///   - keep: Called with the records of each piece, on the thread that did it.
  ///   - observe: Called with the number of units in `records` so far, likewise.
  /// - Throws: ``FileError`` if records cannot be kept; those before are in `records`.
  static func compute(
    _ pieces: [UnitPiece], of plan: Plan, into records: inout UnitRecords, jobs: Int,
    cancellation: Cancellation, isOurs: @Sendable (UnitPiece) -> Bool,
    keep: @Sendable (UnitPiece, UnsafeBufferPointer<Double>) throws(FileError) -> Void,
    observe: @Sendable (Int) -> Void
  ) throws(FileError) {
    for (index, computation) in plan.computations.enumerated() {
      let own = pieces.filter { $0.computation == index }
      let failure = Mutex<FileError?>(nil)
      let done = Atomic(records.count)
      records.write(index) { buffer in
        nonisolated(unsafe) let records = buffer
        let width = computation.recordWidth
        let written = mapUntilNil(own.count, jobs: jobs) { number -> Bool? in
          guard !cancellation.isRequested, failure.withLock({ $0 == nil }) else { return nil }
          let piece = own[number]
          guard isOurs(piece) else { return false }
          let span = (piece.units.lowerBound * width)..<(piece.units.upperBound * width)
          let target = UnsafeMutableBufferPointer(rebasing: records[span])
          computation.compute(piece.units, into: target)
          do throws(FileError) {
            try keep(piece, UnsafeBufferPointer(target))
          } catch {
            failure.withLock { $0 = $0 ?? error }
            return nil
          }
          observe(done.add(piece.units.count, ordering: .relaxed).newValue)
          return true
        }
        return zip(own, written).filter { $0.1 == true }.map(\.0)
      }
      if let failure = failure.withLock({ $0 }) { throw failure }
    }
  }

  /// The records of every unit of a plan, computed without a folder.
  ///
  /// - Parameters:
  ///   - plan: What to compute.
  ///   - jobs: How many workers.
  ///   - cancellation: Looked at between pieces.
  ///   - observe: Called with the number of units done so far, on the thread that did them.
  /// - Returns: For each computation, the records of its units in the order of the plan; those not
  ///   reached before a stop are missing values.
  package static func records(
    of plan: Plan, jobs: Int, cancellation: Cancellation = Cancellation(),
    observe: @Sendable (Int) -> Void = { _ in }
  ) -> [[Double]] {
    var records = UnitRecords(RecordLayout(plan))
    let pieces = UnitPiece.cut(records.missing(), records.layout)
    do throws(FileError) {
      try compute(
        pieces, of: plan, into: &records, jobs: jobs, cancellation: cancellation,
        isOurs: { _ in true }, keep: { _, _ in }, observe: observe)
    } catch {
      preconditionFailure("what writes no file cannot fail to write one: \(error)")
    }
    return records.values
  }

  /// Maps all positions on several threads; results come in order.
  package static func map<Value: Sendable>(
    _ count: Int, jobs: Int, _ transform: @Sendable (Int) -> Value
  ) -> [Value] {
    mapUntilNil(count, jobs: jobs) { .some(transform($0)) }.compactMap(\.self)
  }

  /// Maps positions on several threads; results come in order.
  ///
  /// - Returns: `nil` if a stop was requested before the end.
  package static func map<Value: Sendable>(
    _ count: Int, jobs: Int, cancellation: Cancellation, _ transform: @Sendable (Int) -> Value
  ) -> [Value]? {
    let finished = mapUntilNil(count, jobs: jobs) { cancellation.isRequested ? nil : transform($0) }
      .compactMap(\.self)
    return finished.count == count ? finished : nil
  }

  /// Maps positions on several threads until a result is `nil`; results come in order.
  private static func mapUntilNil<Value: Sendable>(
    _ count: Int, jobs: Int, _ transform: @Sendable (Int) -> Value?
  ) -> [Value?] {
    var results = [Value?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      let cursor = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: min(jobs, max(1, count))) { _ in
        while true {
          let index = cursor.add(1, ordering: .relaxed).oldValue
          guard index < count, let value = transform(index) else { return }
          results[index] = value
        }
      }
    }
    return results
  }
}
