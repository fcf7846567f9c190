package import Galaxies
import Models
package import Support

/// A spec worked out against its data: sample, cells and units, frozen and checked.
///
/// Planning is pure: the same spec, data and engine give the same plan.
package struct Plan: Sendable {
  package let spec: ExperimentSpec
  package let dataset: Dataset
  package let sample: Sample
  package let grid: FitGrid
  package let identity: Identity
  /// The tables that the run will have, in order.
  package let schemas: SchemaSet
  /// What the reader should know, though it is no mistake.
  package let warnings: [Diagnostic]
  private let bounds: BoundsTable

  /// The folder of the run: name and the first twelve digits of its identity.
  package var runName: String {
    "\(spec.name)-\(identity.fingerprint.short)"
  }

  /// Makes the plan.
  ///
  /// - Parameters:
  ///   - spec: A spec without mistakes of its own.
  ///   - dataset: The data it names.
  ///   - report: Receives every mistake that shows only now.
  /// - Throws: `InputRejected` with all mistakes.
  package init(
    _ spec: ExperimentSpec, _ dataset: Dataset, _ report: InputReport
  ) throws(InputRejected) {
    let names = dataset.galaxies.map(\.name)
    let schemas = Self.schemas(of: spec, dataset, report)
    guard let sample = Sample(spec.cuts, of: dataset, report) else {
      try report.check()
      preconditionFailure("a sample is refused with a reason")
    }
    if sample.galaxies.isEmpty { Self.refuseEmpty(sample, report) }
    let bounds = BoundsTable(spec, sample, report)
    Self.checkSize(spec, sample, report)
    Self.checkPoints(spec, sample, report)
    try report.check()

    self.spec = spec
    self.dataset = dataset
    self.sample = sample
    self.schemas = schemas
    self.bounds = bounds
    grid = FitGrid(spec, sample, names: names, bounds: bounds)
    identity = Identity(spec, inputs: dataset.inputs)
    warnings = spec.warnings + report.warnings
  }

  /// The tables of a spec, with its analyses, outputs and expectations checked against them.
  ///
  /// - Parameters:
  ///   - spec: The spec.
  ///   - dataset: Its data; `nil` while they are not at hand, which leaves galaxy names unchecked.
  ///   - report: Receives the mistakes.
  /// - Returns: The schemas, in the order of the tables.
  @discardableResult
  package static func schemas(
    of spec: ExperimentSpec, _ dataset: Dataset?, _ report: InputReport
  ) -> SchemaSet {
    let names = dataset?.galaxies.map(\.name)
    let cards = spec.models.compactMap { ModelCatalogue.law(named: $0)?.card }
    var schemas = SchemaSet([
      GalaxyTables.catalogueSchema(names),
      FitTable.schema(axes: spec.grid, models: cards, galaxies: names),
    ])
    if let truth = dataset.flatMap(GalaxyTables.truth) { schemas.add([truth.schema]) }
    schemas.add([CutFlow.flowSchema(), CutFlow.droppedSchema(names)])
    if let bounds = BoundsTable.schema(spec, galaxies: names) { schemas.add([bounds]) }
    for table in spec.unreadTables { schemas.addUnsure(table) }
    // Whether the galaxies come with their truth is known only once they are at hand.
    if dataset == nil { schemas.addUnsure("truth") }
    Sample.check(spec.cuts, names, report)
    BoundsTable.check(spec, names, report)
    AnalysisCatalogue.check(spec.analyses, &schemas, report)
    for table in spec.outputs.tables ?? [] { _ = schemas.reading(table, report) }
    checkExpectations(of: spec, schemas, report)
    return schemas
  }

  /// Checks expectations against the tables that are there when the run is looked at again.
  private static func checkExpectations(
    of spec: ExperimentSpec, _ schemas: SchemaSet, _ report: InputReport
  ) {
    guard let wanted = spec.outputs.tables?.map(\.value) else {
      for expectation in spec.expectations { expectation.check(schemas, report) }
      return
    }
    let kept = wanted + alwaysKept
    let readable = schemas.keeping(kept + catalogues)
    for expectation in spec.expectations {
      let name = expectation.table.value
      guard schemas[name] == nil || kept.contains(name) else {
        report.error(
          "an expectation reads table '\(name)', which 'outputs' does not keep",
          at: expectation.table.place, help: "add it to the tables of 'outputs'")
        continue
      }
      expectation.check(readable, report)
    }
  }

  /// The tables that are known of the galaxies before anything is computed.
  package var catalogues: [Table] {
    [sample.catalogue] + (GalaxyTables.truth(dataset).map { [$0] } ?? [])
  }

  /// The tables of the finished run, analyses included.
  ///
  /// - Parameter records: The records of all units, in their order.
  /// - Returns: The tables, in the order of the schemas.
  package func tables(from records: [Double]) -> TableSet {
    var tables = TableSet([sample.catalogue, FitTable.table(grid, records)])
    if let truth = GalaxyTables.truth(dataset) { tables.add([truth]) }
    tables.add([sample.cutFlow, sample.dropped])
    if let table = bounds.table { tables.add([table]) }
    for step in spec.analyses { tables.add(step.run(on: tables)) }
    return tables
  }

  /// The tables that the run keeps: what the spec asks for, and always the record of the cuts.
  package func kept(_ tables: TableSet) -> [Table] {
    guard let wanted = spec.outputs.tables?.map(\.value) else { return tables.all }
    return tables.all.filter { (wanted + Self.alwaysKept).contains($0.name) }
  }

  /// The tables that every run keeps.
  private static let alwaysKept = ["cut_flow", "dropped", "bounds"]

  /// The names of the tables that ``catalogues`` has.
  private static let catalogues = ["galaxies", "truth"]

  /// How many doubles the record of a unit has.
  package var recordWidth: Int {
    FitRecord.width(parameters: grid.parameters.count)
  }
}
