import Exports
import Plans
import Records
import Steps
import Support
import Tables

/// The making of all tables of a run from the records of its units, a few cells at a time.
///
/// Rows are made and spelled on all threads, ahead of those who take them in order: the files with
/// their hashes, the digests of the columns, and what is held for steps that need all cells. Then
/// the rows come a second time, for deviations from means.
struct TablePass: Sendable {
  /// Reads or computes the records of some units of a computation.
  typealias Source = @Sendable (_ computation: Int, _ units: Range<Int>) throws -> RecordSlice

  /// How many rows are made together, unless a block of cells has more.
  private static let rows = 1024
  /// How many rows of a table that is there whole are spelled together.
  private static let rowsOfWhole = 4096
  /// How many threads may digest columns.
  private static let digestParts = 2

  private let plan: Plan
  private let jobs: Int
  private let cancellation: Cancellation
  /// How many cells are made together.
  private let size: Int
  private let flow: TableFlow
  private let source: Source

  /// - Parameters:
  ///   - plan: What was computed.
  ///   - jobs: How many workers.
  ///   - cancellation: A request to stop.
  ///   - size: How many cells are made together; `nil` for as many as make a thousand rows.
  ///   - source: Where records come from.
  init(
    of plan: Plan, jobs: Int, cancellation: Cancellation, cellsAtATime size: Int? = nil,
    from source: @escaping Source
  ) {
    (self.plan, self.jobs, self.cancellation, self.source) = (plan, jobs, cancellation, source)
    let rows = plan.computations.map(\.order.unitsPerCell).reduce(1, max)
    self.size = size ?? max(1, Self.rows / (UnitOrder.lanes * rows)) * UnitOrder.lanes
    flow = TableFlow(plan)
  }

  /// Rows that were made together.
  private struct Chunk: Sendable {
    /// All rows of some cells; nothing for rows of tables that are there whole.
    let cells: CellRows?
    /// The rows of tables that the run keeps.
    let kept: [Table]
  }

  /// Chunks in their order, which can be made as often as they are needed.
  private struct Chunks: Sendable {
    let count: Int
    let make: @Sendable (Int) throws -> Chunk
  }

  /// What was made.
  struct Made {
    let results: RunResults
    /// How the fits turned out, if there are some.
    let fits: FitOverview?
    /// The tables that the run keeps, in their order.
    let files: [RunFile]
    let records: [TableRecord]
  }

  /// Makes the tables.
  ///
  /// - Parameters:
  ///   - publication: Where their files are written; `nil` for none.
  ///   - known: A manifest that may be of the same tables: what has the same hash there is not
  ///     looked at twice.
  /// - Returns: What was made.
  /// - Throws: ``Stopped`` after a request, ``FileError`` if a file cannot be written or records
  ///   cannot be read.
  func made(
    in publication: Publication?, knowing known: Manifest? = nil
  ) throws -> Made {
    let files = TableFiles(meta: plan.tableMeta, in: publication)
    let digests = (0..<Self.digestParts).map { TableDigests(part: $0, of: Self.digestParts) }
    let stage = ResultStage(flow)
    try take(cells, files, digests, stage)
    let results = stage.results(jobs: jobs, unless: cancellation)
    try checkForStop()
    let wholes = results.tables.all.filter {
      !flow.namesByCell.contains($0.name) && plan.keeps($0.name)
    }
    try take(parts(of: wholes), files, digests, stage)

    let names = results.tables.all.map(\.name).filter(plan.keeps)
    for part in digests { part.lookAgain(knowing: known) }
    stage.lookAgain()
    for (chunks, own) in [(cells, flow.namesByCell), (parts(of: wholes), Set(wholes.map(\.name)))] {
      let isNeeded =
        digests.contains { $0.needsAnotherLook(at: own) }
        || stage.needsAnotherLook && own == flow.namesByCell
      if isNeeded { try takeAgain(chunks, digests, stage) }
    }
    // Each file waits for the disk.
    let ended = try Scheduler.map(names.count, jobs: jobs) { place in
      Result { () throws(FileError) in try files.finish(names[place]) }
    }.map { try $0.get() }
    let records = zip(names, ended).map { name, ended in
      let columns = digests.flatMap { $0.columns(of: name) }.sorted { $0.place < $1.place }
      return TableRecord(ended.schema, rows: ended.rows, in: ended.file, columns.map(\.record))
    }
    return Made(results: results, fits: stage.fits, files: ended.map(\.file), records: records)
  }

  /// The rows of all cells.
  private var cells: Chunks {
    let (plan, flow, size, source) = (plan, flow, size, source)
    let count = plan.cells.count
    guard !plan.computations.isEmpty else {
      return Chunks(count: 0) { _ in Chunk(cells: nil, kept: []) }
    }
    return Chunks(count: (count + size - 1) / size) { number in
      let cells = (number * size)..<min((number + 1) * size, count)
      let records = try plan.computations.enumerated().map { place, computation in
        try source(place, computation.order.units(of: cells))
      }
      let rows = flow.rows(of: cells, from: records)
      return Chunk(cells: rows, kept: rows.tables.filter { plan.keeps($0.name) })
    }
  }

  /// The rows of tables that are there whole.
  private func parts(of tables: [Table]) -> Chunks {
    let parts = tables.flatMap { table in
      stride(from: 0, through: max(0, table.rowCount - 1), by: Self.rowsOfWhole).map { start in
        (table: table, rows: start..<min(start + Self.rowsOfWhole, table.rowCount))
      }
    }
    return Chunks(count: parts.count) {
      Chunk(cells: nil, kept: [parts[$0].table.part(parts[$0].rows)])
    }
  }

  /// A table as a whole, made again if it is made cell by cell.
  func whole(_ name: String, of results: RunResults) throws -> Table {
    guard flow.namesByCell.contains(name) else {
      guard let table = results.tables[name] else {
        preconditionFailure("table '\(name)' was made")
      }
      return table
    }
    let parts = TableParts()
    try Pipeline<Table?>.run(
      cells.count, jobs: jobs,
      { number in
        try checkForStop()
        return try cells.make(number).kept.first { $0.name == name }
      }, [{ parts.append($0) }])
    return parts.table
  }

  private func checkForStop() throws(Stopped) {
    if cancellation.isRequested { throw Stopped() }
  }

  private func take(
    _ chunks: Chunks, _ files: TableFiles, _ digests: [TableDigests], _ stage: ResultStage
  ) throws {
    typealias Spelled = (chunk: Chunk, texts: [[UInt8]])
    try Pipeline<Spelled>.run(
      chunks.count, jobs: jobs,
      { number in
        try checkForStop()
        let chunk = try chunks.make(number)
        return (chunk, chunk.kept.map { ECSVWriter.rows(of: $0, 0..<$0.rowCount) })
      },
      [
        { files.hash($0.chunk.kept, $0.texts) },
        { try files.write($0.chunk.kept, $0.texts) },
      ]
        + digests.map { digests -> Pipeline<Spelled>.Stage in { digests.take($0.chunk.kept) } }
        + [{ stage.take($0.chunk.cells) }])
  }

  private func takeAgain(
    _ chunks: Chunks, _ digests: [TableDigests], _ stage: ResultStage
  ) throws {
    try Pipeline<Chunk>.run(
      chunks.count, jobs: jobs,
      { number in
        try checkForStop()
        return try chunks.make(number)
      },
      digests.map { digests -> Pipeline<Chunk>.Stage in { digests.takeAgain($0.kept) } }
        + [{ stage.takeAgain($0.cells) }])
  }
}
