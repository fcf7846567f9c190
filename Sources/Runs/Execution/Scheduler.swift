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
  /// unit has a record of its own, so the result does not depend on the number of workers or the
  /// order.
  ///
  /// - Parameters:
  ///   - pieces: Which units.
  ///   - plan: What to compute.
  ///   - known: How many units were known before.
  ///   - jobs: How many workers.
  ///   - cancellation: Looked at between pieces.
  ///   - isOurs: Whether a piece is to be computed here; asked just before.
  ///   - keep: Called with the records of each piece, on the thread that did it.
  ///   - observe: Called with the number of units known so far, likewise.
  /// - Returns: The pieces that were computed, each with what became of its records.
  /// - Throws: ``FileError`` if records cannot be kept.
  static func compute<Kept: Sendable>(
    _ pieces: [UnitPiece], of plan: Plan, after known: Int = 0, jobs: Int,
    cancellation: Cancellation, isOurs: @Sendable (UnitPiece) -> Bool,
    keep: @Sendable (UnitPiece, UnsafeBufferPointer<Double>) throws(FileError) -> Kept,
    observe: @Sendable (Int) -> Void
  ) throws(FileError) -> [(piece: UnitPiece, kept: Kept)] {
    let failure = Mutex<FileError?>(nil)
    let done = Atomic(known)
    let computed = mapUntilNil(pieces.count, jobs: jobs) { number -> Kept?? in
      guard !cancellation.isRequested, failure.withLock({ $0 == nil }) else { return nil }
      let piece = pieces[number]
      guard isOurs(piece) else { return .some(nil) }
      let records = plan.computations[piece.computation].records(of: piece.units)
      let kept = records.values.withUnsafeBufferPointer { values in
        Result { () throws(FileError) in try keep(piece, values) }
      }
      switch kept {
      case .success(let kept):
        observe(done.add(piece.units.count, ordering: .relaxed).newValue)
        return .some(kept)
      case .failure(let error):
        failure.withLock { $0 = $0 ?? error }
        return nil
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return zip(pieces, computed).compactMap { piece, kept in
      kept.flatMap(\.self).map { (piece, $0) }
    }
  }

  /// The records of every unit of a plan, computed without a folder.
  ///
  /// - Parameters:
  ///   - plan: What to compute.
  ///   - jobs: How many workers.
  ///   - cancellation: Looked at between pieces.
  ///   - observe: Called with the number of units done so far, on the thread that did them.
  /// - Returns: For each computation, the records of its units in their order; those not reached
  ///   before a stop are missing values.
  package static func records(
    of plan: Plan, jobs: Int, cancellation: Cancellation = Cancellation(),
    observe: @Sendable (Int) -> Void = { _ in }
  ) -> [[Double]] {
    let layout = RecordLayout(plan)
    var records = layout.shapes.map {
      [Double](repeating: .nan, count: $0.unitCount * $0.recordWidth)
    }
    do throws(FileError) {
      let computed = try compute(
        UnitPiece.cut(UnitRecords(layout).missing(), layout), of: plan, jobs: jobs,
        cancellation: cancellation, isOurs: { _ in true }, keep: { Array($1) }, observe: observe)
      for (piece, values) in computed {
        let start = piece.units.lowerBound * layout.shapes[piece.computation].recordWidth
        records[piece.computation].replaceSubrange(
          start..<(start + values.count), with: values)
      }
    } catch {
      preconditionFailure("what writes no file cannot fail to write one: \(error)")
    }
    return records
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
