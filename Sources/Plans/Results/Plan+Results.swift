import Galaxies
import Specs
import Steps
package import Support
package import Tables

extension Plan {
  /// The tables that are known of the galaxies before anything is computed.
  package var catalogues: [Table] {
    [sample.catalogue] + GalaxyTables.truth(dataset).asList
  }

  /// The record of the cuts, and of the bounds that depend on the galaxy.
  var tablesOfCuts: [Table] {
    [sample.cutFlow, sample.dropped] + BoundsTable.table(spec, sample, spaces).asList
  }

  /// Adds the tables that follow those of units and are known without them.
  func addKnown(to results: inout RunResults) {
    results.tables.add(GalaxyTables.truth(dataset).asList)
    addComponents(to: &results)
    results.tables.add(tablesOfCuts)
  }

  /// Adds the tables of components where the data come with surface densities, and what is to be
  /// known of them.
  func addComponents(to results: inout RunResults) {
    guard let components = ComponentTable.table(dataset),
      let masses = ComponentMassTable.table(dataset, spec.components.rule)
    else { return }
    results.tables.add([components, masses])
    results.warnings += ComponentMassTable.warnings(about: masses, spec.components.rule.beyond)
  }

  /// The schemas of what a step makes.
  func tables(of step: any Step) -> [TableSchema] {
    let name = step.name.value
    return schemas.all.filter { $0.name == name || $0.name.hasPrefix("\(name).") }
  }

  /// The tables of the finished run, analyses included, and what is to be known of them.
  ///
  /// - Parameters:
  ///   - records: For each computation, the records of all its units in their order.
  ///   - workers: Whoever shares the work of the steps.
  ///   - isCancelled: Asked from time to time; after a stop the results are worth nothing.
  /// - Returns: The tables, whole, in their order.
  package func results(
    from records: [[Double]], by workers: any Workers = OneWorker(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> RunResults {
    let flow = TableFlow(self)
    var collection = ResultCollection(flow, holding: .max)
    collection.take(
      flow.rows(
        of: 0..<cells.count,
        from: zip(computations, records).map { computation, values in
          RecordSlice(0..<computation.unitCount, width: computation.recordWidth, values)
        }))
    return collection.results(by: workers, isCancelled: isCancelled)
  }

  /// The tables that the run keeps or that a later step names.
  var neededTables: Set<String> {
    guard let wanted = spec.outputs.tables else { return Set(schemas.names) }
    return Self.needed(wanted.map(\.value), by: spec.analyses)
  }

  /// Some tables, and those that steps name.
  static func needed(_ wanted: [String], by steps: [any Step]) -> Set<String> {
    Set(wanted).union(steps.flatMap { $0.mentionedTables + [$0.input.value] })
  }

  /// Whether the run keeps a table: what the spec asks for, and always the record of cuts, bounds
  /// and components.
  package func keeps(_ table: String) -> Bool {
    guard let wanted = spec.outputs.tables?.map(\.value) else { return true }
    return (wanted + Self.alwaysKept).contains(table)
  }
}
