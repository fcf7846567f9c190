import Specs
import Steps
package import Support
import Tables

/// Takes in the rows of cells, in their order, and ends with the results of a run.
package struct ResultCollection: Sendable {
  /// How many values a table has at most that is held whole whatever is read of it.
  static let mostHeld = 1 << 21

  private let flow: TableFlow
  private let read: ReadColumns
  private let most: Int
  /// What is held of the tables, in the order in which they are made.
  private var held: [HeldTable] = []
  private var tallies: [Tally]
  private var information = Tally()
  private var notes: [Int: StepNotes] = [:]
  /// How the fits turned out, where there are some.
  package private(set) var fits: FitOverview?

  /// - Parameters:
  ///   - flow: How the tables are made.
  ///   - most: How many values a table has at most that is held whole.
  init(_ flow: TableFlow, holding most: Int) {
    self.flow = flow
    self.most = most
    read = ReadColumns(flow)
    tallies = flow.plan.computations.map { _ in Tally() }
  }

  package init(_ flow: TableFlow) {
    self.init(flow, holding: Self.mostHeld)
  }

  /// Takes in the rows of the cells that follow.
  package mutating func take(_ rows: CellRows) {
    if held.isEmpty {
      held = rows.tables.map { HeldTable($0.schema, reading: read.of($0.name), most: most) }
      fits = rows.tables.lazy.compactMap { FitOverview($0.schema) }.first
    }
    for (place, table) in rows.tables.enumerated() {
      held[place].append(table)
      if table.name == TableName.fits { fits?.take(table) }
    }
    for (place, tally) in rows.tallies.enumerated() { tallies[place].add(tally) }
    information.add(rows.information)
    for (place, found) in rows.notes where notes[place]?.add(found) == nil {
      notes[place] = found
    }
  }

  /// Whether the rows of all cells have to be taken in again.
  package var needsAnotherLook: Bool { fits?.needsAnotherLook == true }

  /// Begins to take them in again.
  package mutating func lookAgain() { fits?.lookAgain() }

  /// Takes in rows again.
  package mutating func takeAgain(_ rows: CellRows) {
    for table in rows.tables where table.name == TableName.fits { fits?.takeAgain(table) }
  }

  /// Makes the tables that need all cells, and says what is to be known.
  ///
  /// - Parameters:
  ///   - workers: Whoever shares the work of the steps.
  ///   - isCancelled: Asked from time to time; after a stop the results are worth nothing.
  /// - Returns: The tables in their order, those that are made cell by cell as far as they are
  ///   held.
  package func results(
    by workers: any Workers = OneWorker(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> RunResults {
    let plan = flow.plan
    var results = RunResults(TableSet([plan.sample.catalogue]))
    for (computation, tally) in zip(plan.computations, tallies) {
      results.add(statuses: computation.statuses(tally))
      results.warnings += computation.sentences(tally)
    }
    let tables = held.map(\.table)
    let steps = Set(plan.spec.analyses.flatMap { plan.tables(of: $0).map(\.name) })
    results.tables.add(tables.filter { !steps.contains($0.name) })
    let scanned = scan(&results, by: workers, isCancelled)
    if let table = tables.first(where: { $0.name == TableName.information }) {
      results.warnings += InformationTable.sentences(information, table.schema)
    }
    plan.addKnown(to: &results)
    let context = flow.context.shared(by: workers, scanned: scanned, isCancelled)
    for (place, step) in plan.spec.analyses.enumerated() {
      let names = plan.tables(of: step).map(\.name)
      var (made, found) = (tables.filter { names.contains($0.name) }, notes[place])
      if found == nil {
        let result = step.run(on: results.tables, context)
        (made, found) = (result.tables, result.notes)
      }
      results.tables.add(made)
      results.warnings += (found.asList.flatMap { $0.sentences(of: step.name.value) })
      results.warnings += step.warnings(about: made)
    }
    return results
  }

  /// Measures and fits what steps do for themselves, and says how it turned out.
  ///
  /// - Returns: What each such step makes, by its name.
  private func scan(
    _ results: inout RunResults, by workers: any Workers,
    _ isCancelled: @escaping @Sendable () -> Bool
  ) -> [String: StepResult] {
    guard let offsets = flow.plan.scanned else { return [:] }
    let (tally, made) = OffsetScan(of: offsets, for: flow.plan.scanningSteps)
      .run(on: results.tables, by: workers, unless: isCancelled)
    results.add(statuses: offsets.statuses(tally))
    results.warnings += offsets.sentences(tally)
    return made
  }
}
