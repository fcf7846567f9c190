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
  /// Where the ratios stand among the axes.
  private(set) var ratioAxes: RatioAxes
  private let names: [String]
  /// The position of each galaxy in the dataset; shape `[galaxies]`.
  private(set) var positions: [Int]
  private(set) var curves: [OffsetCurve]

  /// The fields of a record, in their order, which is that of ``LaneOffsets/values``.
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
    ratioAxes = RatioAxes(axes, scale: settings.scale)
    self.positions = positions
    curves = galaxies.map { OffsetCurve($0, settings) }
    made = OffsetTable(axes: axes, galaxies: names)
  }

  package func over(_ axes: [Axis]) -> OffsetComputation {
    var other = self
    other.axes = axes
    other.cells = CartesianProduct(axes.map(\.values))
    other.ratioAxes = RatioAxes(axes, scale: settings.scale)
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

  /// The cells of a block are measured side by side, however many they are.
  package func costs(ofCells cells: Int) -> [Int] { curves.map { $0.points.count + 1 } }

  private static let fieldNames = Field.allCases.map { "\($0)" }

  package func compute(
    _ units: Range<Int>, into records: UnsafeMutableBufferPointer<Double>
  ) {
    records.initialize(repeating: .nan)
    var first = 0
    var (known, ratios) = (0..<0, LaneRatios(MassToLight(), scale: settings.scale))
    for group in order.groups(in: units) {
      if group.cells != known {
        (known, ratios) = (group.cells, ratioAxes.lanes(group.cells.map { cells[$0] }[...]))
      }
      let measured = curves[group.galaxy].measure(ratios, settings, by: method)
      write(measured, group.units.count, into: records, at: first)
      first += group.units.count
    }
  }

  /// Writes what was measured in some cells, one record after the other.
  private func write(
    _ measured: LaneOffsets, _ count: Int, into records: UnsafeMutableBufferPointer<Double>,
    at first: Int
  ) {
    let (fields, width) = (measured.values, recordWidth)
    for field in fields.indices {
      for lane in 0..<count { records[(first + lane) * width + field] = fields[field][lane] }
    }
  }

  /// The mass-to-light ratios of a cell: none is free where there are offsets.
  func ratios(_ values: [Double]) -> MassToLight { ratioAxes.ratios(values) }

  /// The scale g† of a cell: that of the axis if there is one, otherwise that of the settings.
  func scale(_ values: [Double]) -> Double { ratioAxes.scale(values) }

  package func table(from records: RecordSlice, of cells: Range<Int>) -> Table {
    let order = order
    let places = order.places(of: cells)
    let units = places.map { order.unit(of: $0) }
    let values = cells.map { self.cells[$0] }
    return table(
      axes.indices.map { axis in places.map { values[$0.cell - cells.lowerBound][axis] } },
      galaxies: places.map { Double(positions[$0.galaxy]) },
      logFlatSpeeds: places.map { curves[$0.galaxy].logFlatSpeed },
      logLuminosities: places.map { curves[$0.galaxy].logLuminosity },
      (0..<recordWidth).map { field in records.values(at: field, of: units) })
  }

  /// Makes a table of its columns.
  ///
  /// - Parameters:
  ///   - cells: The values of the axes; shape `[axes][rows]`.
  ///   - galaxies: The position of each galaxy in the dataset; shape `[rows]`.
  ///   - logFlatSpeeds: Those of each galaxy; shape `[rows]`.
  ///   - logLuminosities: Those of each galaxy; shape `[rows]`.
  ///   - fields: The fields of the records; shape `[fields][rows]`.
  /// - Returns: The table.
  func table(
    _ cells: [[Double]], galaxies: [Double], logFlatSpeeds: [Double], logLuminosities: [Double],
    _ fields: [[Double]]
  ) -> Table {
    var draft = made.draft
    func fill<Value>(_ column: Column<Value>, _ field: Field) {
      draft.fill(column, with: fields[field.rawValue])
    }
    draft.fill(made.axes, with: cells)
    draft.fill(made.galaxy, with: galaxies)
    draft.fill(made.logFlatSpeed, with: logFlatSpeeds)
    draft.fill(made.logLuminosity, with: logLuminosities)
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
