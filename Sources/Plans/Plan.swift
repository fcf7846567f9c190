import Figures
package import Galaxies
import Models
package import Specs
package import Steps
package import Support
package import Tables

/// A spec worked out against its data: sample, cells and units, frozen and checked.
///
/// Planning is pure: the same spec, data and engine give the same plan.
package struct Plan: Sendable {
  package let spec: ExperimentSpec
  /// The data, with component speeds computed where they come as surface densities.
  package let dataset: Dataset
  package let sample: Sample
  /// What the units compute whose records are kept, in the order of their tables.
  package let computations: [any Computation]
  /// The offsets that steps measure for themselves, as nobody else reads them.
  package let scanned: OffsetComputation?
  /// Every cell of the grid.
  package let cells: CartesianProduct
  package let identity: Identity
  /// The tables that the run will have, in order.
  package let schemas: SchemaSet
  /// What the reader should know, though it is no mistake.
  package let warnings: [Diagnostic]
  let spaces: FitSpaces

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
  ///   - squaredSpeeds: Computes the speeds of a component, or remembers them.
  /// - Throws: `InputRejected` with all mistakes.
  package init(
    _ spec: ExperimentSpec, _ dataset: Dataset, _ report: InputReport,
    squaredSpeeds: (DiskProfile) -> [Double] = { $0.squaredSpeeds() }
  ) throws(InputRejected) {
    let (spec, dataset) = Self.filled(spec, dataset, report, squaredSpeeds)
    let names = dataset.galaxies.map(\.name)
    let schemas = Self.schemas(of: spec, dataset, report)
    guard let sample = Sample(spec.cuts, of: dataset, report) else {
      try report.check()
      preconditionFailure("a sample is refused with a reason")
    }
    if sample.galaxies.isEmpty { Self.refuseEmpty(sample, of: dataset, spec.cuts, report) }
    Plausibility(dataset: dataset, spec: spec).tell(sample, report)
    let spaces = FitSpaces(spec, sample)
    Self.checkSize(spec, sample, report)
    Self.checkPoints(spec, sample, report)
    Self.checkCurves(spec, sample, schemas, report)
    try report.check()

    self.spec = spec
    self.dataset = dataset
    self.sample = sample
    self.schemas = schemas
    self.spaces = spaces
    let computations = Self.computations(of: spec, sample, names: names, spaces: spaces)
    let scans = Self.scansOffsets(spec)
    self.computations = computations.filter { !(scans && $0 is OffsetComputation) }
    scanned = scans ? computations.lazy.compactMap { $0 as? OffsetComputation }.first : nil
    cells = CartesianProduct(spec.grid.map(\.values))
    identity = Identity(spec, inputs: dataset.inputs)
    warnings = spec.warnings + report.warnings
  }

  /// How many units there are.
  package var unitCount: Int {
    allComputations.reduce(0) { $0 + $1.unitCount }
  }

  /// How many units have no record.
  package var scannedCount: Int { scanned.asList.reduce(0) { $0 + $1.unitCount } }

  /// What the units compute, whether their records are kept or not.
  package var allComputations: [any Computation] {
    computations + scanned.asList
  }

  /// What a spec computes.
  private static func computations(
    of spec: ExperimentSpec, _ sample: Sample, names: [String], spaces: FitSpaces
  ) -> [any Computation] {
    var computations: [any Computation] = []
    if !spec.models.isEmpty {
      computations.append(FitComputation(spec, sample, names: names, spaces: spaces))
    }
    if let posteriors = PosteriorComputation(spec, sample, names: names, spaces: spaces) {
      computations.append(posteriors)
    }
    if spec.offset != nil { computations.append(curves(of: spec, sample, names: names)) }
    return computations
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
    let catalogue = GalaxyTables.catalogueSchema(
      dataset, mayHaveOwn: spec.dataset.mayHaveOwnColumns)
    var schemas = SchemaSet([catalogue])
    if !spec.models.isEmpty {
      let quantities = FitQuantities(spec)
      let fits = FitTable(axes: spec.grid, quantities, galaxies: names).schema
      schemas.add([fits])
      schemas.add(
        FitComputation.furtherSchemas(axes: spec.grid, quantities, galaxies: names))
      if let information = InformationTable.schema(spec, fits: fits) { schemas.add([information]) }
    }
    if let posterior = PosteriorContent(spec) {
      schemas.add(
        PosteriorComputation.schemas(
          posterior.nameable, axes: spec.grid, posterior, galaxies: names))
    }
    if spec.offset != nil {
      schemas.add([OffsetTable(axes: spec.grid, galaxies: names).draft.schema])
    }
    if let truth = dataset.flatMap(GalaxyTables.truth) { schemas.add([truth.schema]) }
    schemas.add(CutFlow.schemas(names))
    if let bounds = BoundsTable.schema(spec, galaxies: names) { schemas.add([bounds]) }
    for table in spec.unreadTables { schemas.addUnsure(table) }
    if dataset?.hasSurfaceDensities == true { schemas.add(componentSchemas(names)) }
    // What the galaxies come with is known only once they are at hand.
    if dataset == nil {
      for table in [TableName.truth] + componentTables { schemas.addUnsure(table) }
    }
    Sample.check(spec.cuts, catalogue, report)
    FitSpaces.check(spec, catalogue, report)
    DerivedFormulas.check(spec, catalogue, report)
    StepCatalogue.check(spec.analyses, &schemas, report)
    for table in spec.outputs.tables.asList.joined() { _ = schemas.reading(table, report) }
    let kept = readable(of: spec, schemas)
    for figure in spec.outputs.figures { figure.check(schemas, kept: kept, report) }
    checkExpectations(of: spec, schemas, report)
    return schemas
  }

  /// The tables that are there when the run is looked at again.
  private static func readable(of spec: ExperimentSpec, _ schemas: SchemaSet) -> SchemaSet {
    guard let wanted = spec.outputs.tables?.map(\.value) else { return schemas }
    return schemas.keeping(wanted + alwaysKept + catalogues)
  }

  /// Checks expectations and the answer against the tables that are there when the run is looked at
  /// again.
  private static func checkExpectations(
    of spec: ExperimentSpec, _ schemas: SchemaSet, _ report: InputReport
  ) {
    guard let wanted = spec.outputs.tables?.map(\.value) else {
      for expectation in spec.expectations { expectation.check(schemas, report) }
      spec.answer?.check(schemas, report)
      return
    }
    let kept = wanted + alwaysKept
    let readable = readable(of: spec, schemas)
    func isKept(_ name: String, _ reader: String, at place: Place) -> Bool {
      guard schemas[name] != nil, !kept.contains(name) else { return true }
      report.error(
        "\(reader) reads table '\(name)', which 'outputs' does not keep", at: place,
        help: "add it to the tables of 'outputs'")
      return false
    }
    for expectation in spec.expectations {
      let table = expectation.table
      if isKept(table.value, "an expectation", at: table.place) {
        expectation.check(readable, report)
      }
    }
    for value in spec.answer.asList.flatMap(\.values) {
      let name = value.table(among: schemas.names)
      if name.map({ isKept($0, "the answer", at: value.place) }) ?? true {
        value.check(readable, report)
      }
    }
  }

  /// The tables that every run keeps.
  static let alwaysKept =
    [
      TableName.cutFlow, TableName.dropped, TableName.bounds, TableName.information,
    ] + componentTables

  /// The names of the tables that ``catalogues`` has.
  private static let catalogues = [TableName.galaxies, TableName.truth]
}
