package import Galaxies
import Numerics
import Support
package import Tables

/// The offsets of a plan: one for each cell and galaxy.
package struct OffsetComputation: Computation {
  package var schema: TableSchema { made.draft.schema }
  /// The columns of the table.
  private var made: OffsetTable
  let settings: OffsetSettings
  let method: OffsetMethod
  package private(set) var axes: [Axis]
  private(set) var cells: CartesianProduct
  private let names: [String]
  /// The position of each galaxy in the dataset; shape `[galaxies]`.
  private(set) var positions: [Int]
  private(set) var curves: [OffsetCurve]

  /// The fields of a record, in their order.
  private enum Field: Int, CaseIterable {
    case offset
    case concentration
    case gasFraction
    case pointsUsed
    case outwardPoints
    /// Position in `OffsetRefusal.allCases`.
    case reason

    /// What the double stands for.
    var content: RecordContent {
      switch self {
      case .offset, .concentration, .gasFraction: .number
      case .pointsUsed, .outwardPoints: .whole
      case .reason: .code(below: OffsetRefusal.allCases.count)
      }
    }
  }

  /// Prepares the offsets of some galaxies over a grid.
  ///
  /// - Parameters:
  ///   - axes: The axes of the grid.
  ///   - settings: What counts as valid, and which points are used.
  ///   - method: How an offset is measured.
  ///   - galaxies: The galaxies.
  ///   - positions: The position of each in the dataset; shape `[galaxies]`.
  ///   - names: The names of all galaxies of the dataset.
  package init(
    over axes: [Axis], _ settings: OffsetSettings, by method: OffsetMethod, of galaxies: [Galaxy],
    positions: [Int], names: [String]
  ) {
    self.settings = settings
    self.method = method
    self.names = names
    self.axes = axes
    cells = CartesianProduct(axes.map(\.values))
    self.positions = positions
    curves = galaxies.map { OffsetCurve($0, settings) }
    made = OffsetTable(axes: axes, galaxies: names)
  }

  package func over(_ axes: [Axis]) -> OffsetComputation {
    var other = self
    other.axes = axes
    other.cells = CartesianProduct(axes.map(\.values))
    other.made = OffsetTable(axes: axes, galaxies: names)
    return other
  }

  /// The same computation for one galaxy of the sample.
  func of(galaxy: Int) -> OffsetComputation {
    var other = self
    other.positions = [positions[galaxy]]
    other.curves = [curves[galaxy]]
    return other
  }

  package var order: UnitOrder {
    UnitOrder(cells: cells.count, galaxies: curves.count, models: 1)
  }

  package var recordFields: [String] { Self.fieldNames }

  private static let fieldNames = Field.allCases.map { "\($0)" }

  package func compute(
    _ units: Range<Int>, into records: UnsafeMutableBufferPointer<Double>
  ) {
    let width = recordWidth
    records.initialize(repeating: .nan)
    var rest = records[...]
    for group in order.groups(in: units) {
      let count = group.units.count * width
      measure(group, into: UnsafeMutableBufferPointer(rebasing: rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
  }

  /// Measures a galaxy in some cells of a block.
  ///
  /// - Parameters:
  ///   - group: Which galaxy and cells.
  ///   - records: Room for the records, one after the other, all missing.
  private func measure(_ group: UnitOrder.Group, into records: UnsafeMutableBufferPointer<Double>) {
    let (curve, width) = (curves[group.galaxy], recordWidth)
    for (place, cell) in group.cells.enumerated() {
      let values = cells[cell]
      let (ratios, scale) = (ratios(values), scale(values))
      func set(_ field: Field, _ value: Double) {
        records[place * width + field.rawValue] = value
      }
      set(.outwardPoints, Double(curve.outwardPoints(ratios, settings)))
      switch curve.measure(ratios, scale: scale, settings, by: method) {
      case .success(let measured):
        set(.offset, measured.offset)
        set(.concentration, measured.concentration)
        set(.gasFraction, measured.gasFraction)
        set(.pointsUsed, Double(measured.pointsUsed))
      case .failure(let refusal):
        set(.reason, refusal.tableCode)
      }
    }
  }

  /// The mass-to-light ratios of a cell: none is free where there are offsets.
  func ratios(_ values: [Double]) -> MassToLight {
    var ratios = MassToLight()
    for usual in Axis.massToLight {
      guard let axis = axes.firstIndex(where: { $0.name == usual.name }) else { continue }
      ratios[usual.name] = values[axis]
    }
    return ratios
  }

  /// The scale g† of a cell: that of the axis if there is one, otherwise that of the settings.
  func scale(_ values: [Double]) -> Double {
    axes.firstIndex { $0.name == OffsetSettings.scaleName }.map { values[$0] } ?? settings.scale
  }

  package func table(from records: RecordSlice, of cells: Range<Int>) -> Table {
    var draft = made.draft
    let order = order
    let places = order.places(of: cells)
    let units = places.map { order.unit(of: $0) }
    let values = cells.map { self.cells[$0] }
    func fill<Value>(_ column: Column<Value>, _ field: Field) {
      draft.fill(column, with: units.map { records[$0, field.rawValue] })
    }
    draft.fill(
      made.axes,
      with: axes.indices.map { axis in places.map { values[$0.cell - cells.lowerBound][axis] } })
    draft.fill(made.galaxy, with: places.map { Double(positions[$0.galaxy]) })
    draft.fill(made.logFlatSpeed, with: places.map { curves[$0.galaxy].logFlatSpeed })
    draft.fill(made.logLuminosity, with: places.map { curves[$0.galaxy].logLuminosity })
    fill(made.offset, .offset)
    fill(made.concentration, .concentration)
    fill(made.gasFraction, .gasFraction)
    fill(made.pointsUsed, .pointsUsed)
    fill(made.outwardPoints, .outwardPoints)
    fill(made.reason, .reason)
    return draft.table
  }

  package func isPossible(
    _ record: some RandomAccessCollection<Double>, of unit: Int
  ) -> Bool {
    record.count == Field.allCases.count
      && zip(Field.allCases, record).allSatisfy { $0.content.allows($1) }
  }
}
