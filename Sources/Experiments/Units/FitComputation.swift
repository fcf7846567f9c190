import Galaxies
import Models
import Support

/// The fits of a plan: everything that their units need, prepared once.
///
/// A unit is one cell × galaxy × model; models turn fastest, cells slowest.
package struct FitComputation: Computation {
  package private(set) var schema: TableSchema
  private let names: [String]
  let models: [any RotationLaw.Type]
  let methods: [String]
  /// Every parameter of any of the models once; records hold them in this order.
  let parameters: [ModelCard.Parameter]
  package private(set) var axes: [Axis]
  private(set) var cells: CartesianProduct
  let positions: [Int]
  private let subjects: [FitSubject]
  /// The bounds by galaxy and model; shape `[galaxies × models]`.
  private let bounds: [(lower: ParameterVector, upper: ParameterVector)]
  /// For each model, the place of each of its parameters in a record; shape `[models][parameters]`.
  private let places: [[Int]]
  /// For each model, the axis that fixes each parameter; shape `[models][parameters]`.
  private let fixing: [[Int?]]

  package init(_ spec: ExperimentSpec, _ sample: Sample, names: [String], bounds: BoundsTable) {
    let laws = spec.models.compactMap { ModelCatalogue.law(named: $0) }
    var seen: Set<String> = []
    models = laws
    methods = laws.map { $0.card.method }
    let all = laws.flatMap { $0.card.parameters }.filter { seen.insert($0.name).inserted }
    parameters = all
    places = laws.map { law in
      law.card.parameters.compactMap { parameter in all.firstIndex { $0.name == parameter.name } }
    }
    axes = spec.grid
    cells = CartesianProduct(spec.grid.map(\.values))
    self.names = names
    positions = sample.positions
    schema = FitTable.schema(axes: spec.grid, models: laws.map { $0.card }, galaxies: names)
    subjects = sample.galaxies.map(FitSubject.init)
    self.bounds = sample.galaxies.indices.flatMap { galaxy in
      spec.models.indices.map { bounds.values(galaxy: galaxy, model: $0) }
    }
    fixing = laws.map { law in
      law.card.parameters.map { parameter in
        spec.grid.firstIndex { $0.name == parameter.name }
      }
    }
  }

  package var galaxyCount: Int { subjects.count }

  package var unitCount: Int { cells.count * subjects.count * models.count }

  /// The longest curve; a unit needs scratch for one value a point.
  var scratchCount: Int { subjects.map(\.curve.curve.count).max() ?? 0 }

  package func over(_ axes: [Axis]) -> FitComputation {
    var other = self
    other.axes = axes
    other.cells = CartesianProduct(axes.map(\.values))
    other.schema = FitTable.schema(axes: axes, models: models.map { $0.card }, galaxies: names)
    return other
  }

  package var recordWidth: Int { FitRecord.width(parameters: parameters.count) }

  package func tally(_ table: Table) -> UnitTally { UnitTally(fits: table) }

  package func table(from records: [Double]) -> Table { FitTable.table(self, records) }

  package func compute(
    _ units: Range<Int>, into records: UnsafeMutableBufferPointer<Double>
  ) {
    let width = recordWidth
    precondition(records.count == units.count * width, "one record a unit")
    var cell = -1
    var values: [Double] = []
    withUnsafeTemporaryAllocation(of: Double.self, capacity: scratchCount) { scratch in
      for (offset, unit) in units.enumerated() {
        let (group, model) = unit.quotientAndRemainder(dividingBy: models.count)
        let (index, galaxy) = group.quotientAndRemainder(dividingBy: subjects.count)
        if index != cell {
          cell = index
          values = cells[index]
        }
        let record = UnsafeMutableBufferPointer(
          rebasing: records[(offset * width)..<((offset + 1) * width)])
        let ratios = MassToLight(disk: values[0], bulge: values[1], gas: values[2])
        let law = models[model]
        let space = FitSpace(law, limits(galaxy, model, values), ratios)
        let result = law.fit(subjects[galaxy], in: space, scratch: scratch)
        FitRecord.write(
          result, places: places[model], parameterCount: parameters.count,
          curve: subjects[galaxy].curve,
          into: record)
      }
    }
  }

  /// The bounds of a unit; an axis over a parameter fixes it.
  private func limits(
    _ galaxy: Int, _ model: Int, _ values: [Double]
  ) -> (lower: ParameterVector, upper: ParameterVector) {
    var limits = bounds[galaxy * models.count + model]
    for (parameter, axis) in fixing[model].enumerated() {
      guard let axis else { continue }
      limits.lower[parameter] = values[axis]
      limits.upper[parameter] = values[axis]
    }
    return limits
  }
}
