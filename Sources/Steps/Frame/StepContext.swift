package import Support
import Tables

/// What a step may use besides the tables before it.
package struct StepContext: Sendable {
  /// What the units computed, for steps that ask for values between the cells.
  private(set) var computations: [any Computation]
  /// The steps of the spec, in order.
  let steps: [any Step]
  /// The tables that each step names in expressions; shape `[steps]`.
  private let mentioned: [[String]]
  /// The tables that something reads; a step need not make a by-product that nothing does.
  private(set) var needed: Set<String>
  /// The version in use of each method, by family.
  let methods: [String: String]
  /// The tables that follow from that of a computation row by row, and so exist at every cell.
  let companions: [CompanionTable]
  /// The curves of the sample, for steps over points, where the spec has no offsets.
  let curves: OffsetComputation?
  /// What steps made of units that stand in no table, by the name of the step.
  private(set) var scanned: [String: StepResult]
  /// Whoever shares the work of a step.
  private(set) var workers: any Workers
  /// Asked from time to time by long work; after a stop its results are worth nothing.
  private(set) var isCancelled: @Sendable () -> Bool

  package init(
    computations: [any Computation], steps: [any Step], needed: Set<String>,
    methods: [String: String], companions: [CompanionTable] = [],
    curves: OffsetComputation? = nil, workers: any Workers = OneWorker(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.computations = computations
    self.steps = steps
    mentioned = steps.map(\.mentionedTables)
    self.needed = needed
    self.methods = methods
    self.companions = companions
    self.curves = curves
    scanned = [:]
    self.workers = workers
    self.isCancelled = isCancelled
  }

  /// The same with others who share the work of a step, and with what came of a scan.
  package func shared(
    by workers: any Workers, scanned: [String: StepResult],
    _ isCancelled: @escaping @Sendable () -> Bool
  ) -> StepContext {
    var context = self
    context.scanned = scanned
    context.workers = workers
    context.isCancelled = isCancelled
    return context
  }

  func method(_ family: String) -> String? {
    methods[family]
  }

  /// A table as it would be at one cell, worked out on the spot with the steps that lead to it.
  ///
  /// - Parameters:
  ///   - name: A table of a computation, or of steps that go back to one.
  ///   - values: The values of some axes; the others have the first value of the grid.
  ///   - tables: The tables of the run; those without these axes are the same at every cell.
  /// - Returns: `nil` if the table does not go back to a computation.
  func table(_ name: String, at values: [String: Double], _ tables: TableSet) -> Table? {
    if let computation = computations.first(where: { $0.makes(name) }) {
      return computation.table(name, at: computation.axes(at: values))
    }
    if let companion = companions.first(where: { $0.name == name }) {
      return table(companion.source, at: values, tables).flatMap(companion.make)
    }
    let maker = steps.firstIndex {
      $0.name.value == name || name.hasPrefix("\($0.name.value).")
    }
    guard let maker, let input = table(steps[maker].input.value, at: values, tables) else {
      return nil
    }
    let others = self.tables(
      mentioned: mentioned[maker].filter { $0 != input.name }, at: values, tables)
    var local = self
    local.computations = computations.map { $0.over($0.axes(at: values)) }
    local.needed = [name]
    local.scanned = [:]
    // What looks between the cells shares out its points, not what leads to one of them.
    local.workers = OneWorker()
    let known = others.all.filter { $0.name != input.name } + [input]
    return steps[maker].run(on: TableSet(known), local).tables.first { $0.name == name }
  }

  /// The cells of a table from which filters may have taken all rows, in their order.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - tables: The tables of the run.
  /// - Returns: The values of its axes; shape `[cells][axes]`. None where no filter made it.
  func cells(behind table: Table, _ tables: TableSet) -> [[Double]] {
    var source = table
    while let step = steps.first(where: { $0.name.value == source.name }),
      let input = tables[step.input.value], step.keepsCells(of: input.schema)
    { source = input }
    guard source.rowCount > table.rowCount else { return [] }
    return RowGroups(by: table.schema.axes.map(source.values), among: 0..<source.rowCount).keys
  }

  /// The tables that expressions find at one cell: the others of the run that do not vary with it,
  /// and those that are named as they would be there.
  func tables(
    mentioned names: [String], at values: [String: Double], _ tables: TableSet
  ) -> TableSet {
    let still = tables.all.filter { table in table.schema.axes.allSatisfy { values[$0] == nil } }
    let moving = Set(names).subtracting(still.map(\.name)).sorted()
    return TableSet(still + moving.compactMap { table($0, at: values, tables) })
  }

  /// The computation of offsets, if the spec has one.
  var offsets: OffsetComputation? {
    computations.lazy.compactMap { $0 as? OffsetComputation }.first
  }

  /// What knows the curves of fits, if the spec has any.
  var fits: (any CurveSource)? {
    computations.lazy.compactMap { $0 as? any CurveSource }.first
  }

  /// The curves of the sample, with the settings of the offsets or their defaults.
  var points: OffsetComputation? { offsets ?? curves }
}
