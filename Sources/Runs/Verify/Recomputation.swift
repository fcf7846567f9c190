package import Plans
import Records
import Steps
package import Support
import Synchronization
import Tables

/// A run computed anew, or a part of it, and held against what it keeps.
package struct Recomputation: Equatable, Sendable {
  package let share: RecomputedShare
  /// How many units were computed.
  package let units: Int
  /// How many units the run has.
  package let unitCount: Int
  package let tables: [RecomputedTable]
  /// The manifest; of a part of the units, what does not follow from results.
  package let manifest: RecomputedManifest

  /// The worst of all tables.
  package var verdict: RecomputedTable.Verdict {
    tables.map(\.verdict).max() ?? .sameToTheBit
  }

  /// Whether the record is what comes out, however it is worded.
  package var isSame: Bool { verdict != .different && manifest.differences.isEmpty }

  /// Computes what a run has computed.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - plan: Its spec, worked out against its data.
  ///   - share: How much of it.
  ///   - jobs: How many workers.
  ///   - cancellation: A request to stop.
  ///   - observe: Called with the number of units done so far.
  /// - Throws: `InputRejected` if the run keeps no table to compare units with,
  ///   ``RecomputationStopped`` after a stop, ``FileError`` if a file of the run cannot be read.
  package init(
    of run: StoredRun, _ plan: Plan, _ share: RecomputedShare, jobs: Int,
    cancellation: Cancellation, observe: @escaping @Sendable (Int) -> Void
  ) throws {
    self.share = share
    unitCount = plan.unitCount
    let stored = try run.manifestJSON()
    switch share {
    case .all:
      let pass = TablePass(
        of: plan, jobs: jobs, cancellation: cancellation,
        from: Self.source(plan, jobs, cancellation, observe))
      do {
        let made = try pass.made(in: nil, knowing: run.manifest)
        units = plan.unitCount
        tables = try Self.compare(run, made, pass)
        manifest = RecomputedManifest(
          stored, made: Manifest(plan, tables: made.records, results: made.results),
          of: run.manifest, tables)
      } catch is Stopped {
        throw RecomputationStopped()
      }
    case .fraction:
      let parts = try Self.drawn(from: plan, share, run)
      units = parts.reduce(0) { $0 + $1.rows.count }
      var (tables, done) = ([RecomputedTable](), 0)
      for (computation, rows) in parts {
        let before = done
        let units = rows.map { computation.order.unit(ofRow: $0) }
        let records = try Self.records(computation, units, jobs, cancellation) {
          observe(before + $0)
        }
        done += units.count
        guard let stored = try run.table(computation.schema.name, knowing: computation.schema)
        else { continue }
        tables.append(
          RecomputedTable(
            stored: stored,
            computed: computation.table(from: records, of: 0..<computation.order.cells),
            rows: rows))
      }
      self.tables = tables
      let known = run.manifest
      manifest = RecomputedManifest(
        stored,
        made: Manifest(
          plan, tables: known.tables, statuses: known.statuses, warnings: known.warnings),
        of: known, [])
    }
  }

  /// The rows drawn from the table of each computation that the run keeps.
  private static func drawn(
    from plan: Plan, _ share: RecomputedShare, _ run: StoredRun
  ) throws(InputRejected) -> [(computation: any Computation, rows: [Int])] {
    let kept = Set(run.manifest.tables.map(\.name))
    let computations = plan.computations.filter { kept.contains($0.schema.name) }
    guard !plan.allComputations.isEmpty else {
      throw InputRejected(
        "run '\(run.name)' has no units, so there is no fraction of them",
        help: "without '--fraction' everything is computed, and the tables it keeps are compared")
    }
    guard !computations.isEmpty else {
      let names = plan.allComputations.map { "'\($0.schema.name)'" }.joined(separator: " and ")
      throw InputRejected(
        "run '\(run.name)' does not keep \(names), so single units cannot be compared",
        help: "without '--fraction' everything is computed, and the tables it keeps are compared")
    }
    let drawn = share.units(of: computations.reduce(0) { $0 + $1.unitCount })
    var (parts, start) = ([(computation: any Computation, rows: [Int])](), 0)
    for computation in computations {
      let range = start..<(start + computation.unitCount)
      parts.append((computation, drawn.filter(range.contains).map { $0 - start }))
      start = range.upperBound
    }
    return parts.filter { !$0.rows.isEmpty }
  }

  /// The records of a computation, those of other units left missing.
  private static func records(
    _ computation: any Computation, _ units: [Int], _ jobs: Int, _ cancellation: Cancellation,
    observe: @escaping @Sendable (Int) -> Void
  ) throws(RecomputationStopped) -> RecordSlice {
    let width = computation.recordWidth
    let done = Atomic(0)
    let computed = Scheduler.map(units.count, jobs: jobs, cancellation: cancellation) { index in
      let record = computation.records(of: units[index]..<(units[index] + 1)).values
      observe(done.add(1, ordering: .relaxed).newValue)
      return record
    }
    guard let computed else {
      throw RecomputationStopped()
    }
    var records = [Double](repeating: .nan, count: computation.unitCount * width)
    for (unit, record) in zip(units, computed) {
      records.replaceSubrange((unit * width)..<((unit + 1) * width), with: record)
    }
    return RecordSlice(0..<computation.unitCount, width: width, records)
  }

  /// Computes the records of units when they are asked for.
  private static func source(
    _ plan: Plan, _ jobs: Int, _ cancellation: Cancellation,
    _ observe: @escaping @Sendable (Int) -> Void
  ) -> TablePass.Source {
    let counter = UnitCounter(plan.unitCount, observe)
    return { place, units in
      let computation = plan.computations[place]
      let pieces = UnitPiece.cut(units, of: computation.order)
      let records = Scheduler.map(pieces.count, jobs: jobs, cancellation: cancellation) { index in
        let values = computation.records(of: pieces[index]).values
        counter.add(pieces[index].count)
        return values
      }
      guard let records else { throw Stopped() }
      return RecordSlice(units, width: computation.recordWidth, Array(records.joined()))
    }
  }

  /// Compares every table that the run keeps or should keep.
  private static func compare(
    _ run: StoredRun, _ made: TablePass.Made, _ pass: TablePass
  ) throws -> [RecomputedTable] {
    let records = made.records
    let missing = run.manifest.tables.filter { kept in !records.contains { $0.name == kept.name } }
      .map { RecomputedTable($0.name, objection: "it is not made any more") }
    return try records.map { record in
      guard let kept = run.manifest.table(record.name) else {
        return RecomputedTable(record.name, objection: "the run does not have it")
      }
      if record.rows == kept.rows,
        record.columns.map(\.content) == kept.columns.map(\.content)
      {
        return RecomputedTable(same: record.name, rows: record.rows)
      }
      let computed = try pass.whole(record.name, of: made.results)
      guard let stored = try? run.table(record.name, knowing: computed.schema) else {
        return RecomputedTable(
          record.name, objection: "the manifest says otherwise, and the stored table is damaged")
      }
      return RecomputedTable(stored: stored, computed: computed)
    } + missing
  }
}
