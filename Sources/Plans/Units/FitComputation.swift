import Galaxies
import Models
package import Specs
package import Steps
import Support
package import Tables

/// The fits of a plan: everything that their units need, prepared once.
///
/// A unit is one cell × galaxy × model.
package struct FitComputation: Computation {
  package var schema: TableSchema { made.schema }
  /// The columns of the table.
  private var made: FitTable
  let names: [String]
  let quantities: FitQuantities
  package let recordFields: [String]
  private let models: [any RotationLaw.Type]
  package private(set) var axes: [Axis]
  private(set) var cells: CartesianProduct
  let positions: [Int]
  let subjects: [FitSubject]
  /// The fits of each model to each galaxy; shape `[galaxies × models]`.
  private let fits: [Deferred<GalaxyFits>]
  /// For each model, the quantities that are recorded, with their places in a record.
  let places: [[(quantity: Quantity, place: Int)]]
  /// For each model, the quantities that an axis fixes.
  private let fixing: [[(quantity: Quantity, axis: Int)]]
  /// Whether the cells of a block are fitted together.
  private let isSideBySide: Bool
  /// What a fit takes beside its points, as so many of them.
  private static let pointsOfAFit = 8

  package init(_ spec: ExperimentSpec, _ sample: Sample, names: [String], spaces: FitSpaces) {
    let quantities = FitQuantities(spec)
    self.quantities = quantities
    recordFields = FitRecord.fields(quantities)
    models = spec.laws
    axes = spec.grid
    cells = CartesianProduct(spec.grid.map(\.values))
    self.names = names
    positions = sample.positions
    made = FitTable(axes: spec.grid, quantities, galaxies: names)
    subjects = sample.galaxies.map { FitSubject($0) }
    places = quantities.models.map { quantities.places(of: $0) }
    fixing = quantities.models.map { quantities.fixing($0, spec.grid) }
    isSideBySide = spec.search == .lanes && quantities.free.isEmpty
    fits = subjects.indices.flatMap { [subjects, models, fixing, grid = spec.grid] galaxy in
      models.indices.map { model in
        let space = Self.space(spaces[galaxy: galaxy, model: model], quantities.free)
        let fixed = fixing[model].map { FixedQuantity($0.quantity, values: grid[$0.axis].values) }
        return Deferred { [search = spec.search] in
          models[model].fits(
            to: subjects[galaxy], in: space, fixing: fixed, by: search, with: quantities.extras)
        }
      }
    }
  }

  package var order: UnitOrder {
    UnitOrder(cells: cells.count, galaxies: subjects.count, models: models.count)
  }

  /// The cells of a block are fitted side by side, however many they are, as long as nothing of the
  /// galaxy is free and nothing holds between quantities.
  package func costs(ofCells cells: Int) -> [Int] {
    subjects.indices.flatMap { galaxy in
      models.map { model in
        let fit = model.card.cost * (subjects[galaxy].points.count + Self.pointsOfAFit)
        return isSideBySide ? fit : fit * cells
      }
    }
  }

  package func over(_ axes: [Axis]) -> FitComputation {
    var other = self
    other.axes = axes
    other.cells = CartesianProduct(axes.map(\.values))
    other.made = FitTable(axes: axes, quantities, galaxies: names)
    return other
  }

  package func isPossible(
    _ record: some RandomAccessCollection<Double>, of unit: Int
  ) -> Bool {
    record.count == recordWidth
      && FitRecord.isPossible(record, of: order[unit].model, quantities)
  }

  package func table(from records: RecordSlice, of cells: Range<Int>) -> Table {
    made.table(self, records, of: cells)
  }

  package func compute(
    _ units: Range<Int>, into records: UnsafeMutableBufferPointer<Double>
  ) {
    let width = recordWidth
    precondition(records.count == units.count * width, "one record a unit")
    var rest = records[...]
    var (known, values) = (0..<0, [[Double]]())
    for group in order.groups(in: units) {
      // Galaxies and models follow each other in the same cells.
      if group.cells != known { (known, values) = (group.cells, group.cells.map { cells[$0] }) }
      let count = group.units.count * width
      fit(group, values, into: UnsafeMutableBufferPointer(rebasing: rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
  }

  /// Fits a model to a galaxy in some cells of a block.
  ///
  /// - Parameters:
  ///   - group: Which model, galaxy and cells.
  ///   - values: The cells; shape `[cells][axes]`.
  ///   - records: Room for the records, one after the other.
  private func fit(
    _ group: UnitOrder.Group, _ values: [[Double]],
    into records: UnsafeMutableBufferPointer<Double>
  ) {
    let (galaxy, model) = (group.galaxy, group.model)
    let (subject, width) = (subjects[galaxy], recordWidth)
    let block = CellValues(count: values.count, quantities: fixing[model].count) {
      values[$1][fixing[model][$0].axis]
    }
    fits[galaxy * models.count + model].value.fit(block) { place, result in
      FitRecord.write(
        result, places: places[model], of: quantities, curve: subject.curve,
        into: UnsafeMutableBufferPointer(rebasing: records[(place * width)...].prefix(width)))
    }
  }

  /// The space of a model and a galaxy before any cell fixes something.
  ///
  /// Without any bound a free quantity would be that of the catalogue, which is not what was asked
  /// for.
  static func space(_ space: FitSpace, _ free: [GalaxyParameter]) -> FitSpace {
    var space = space
    for parameter in free where space.galaxy[parameter].lower.isNaN {
      space.galaxy[parameter].upper = .infinity
    }
    return space
  }
}
