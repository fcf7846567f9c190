package import Galaxies
import Numerics
import Support
package import Tables

/// The offsets of a plan: one for each cell and galaxy.
package struct OffsetComputation: Computation {
  package private(set) var schema: TableSchema
  let settings: OffsetSettings
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
    /// Position in `OffsetRefusal.allCases`.
    case reason
  }

  /// Prepares the offsets of some galaxies over a grid.
  ///
  /// - Parameters:
  ///   - axes: The axes of the grid.
  ///   - settings: How an offset is measured.
  ///   - galaxies: The galaxies.
  ///   - positions: The position of each in the dataset; shape `[galaxies]`.
  ///   - names: The names of all galaxies of the dataset.
  package init(
    over axes: [Axis], _ settings: OffsetSettings, of galaxies: [Galaxy], positions: [Int],
    names: [String]
  ) {
    self.settings = settings
    self.names = names
    self.axes = axes
    cells = CartesianProduct(axes.map(\.values))
    self.positions = positions
    curves = galaxies.map { OffsetCurve($0, settings) }
    schema = OffsetTable.schema(axes: axes, galaxies: names)
  }

  package func over(_ axes: [Axis]) -> OffsetComputation {
    var other = self
    other.axes = axes
    other.cells = CartesianProduct(axes.map(\.values))
    other.schema = OffsetTable.schema(axes: axes, galaxies: names)
    return other
  }

  /// The same computation for one galaxy of the sample.
  func of(galaxy: Int) -> OffsetComputation {
    var other = self
    other.positions = [positions[galaxy]]
    other.curves = [curves[galaxy]]
    return other
  }

  package var unitCount: Int { cells.count * curves.count }

  package var recordFields: [String] { Field.allCases.map { "\($0)" } }

  package func compute(
    _ units: Range<Int>, into records: UnsafeMutableBufferPointer<Double>
  ) {
    records.initialize(repeating: .nan)
    for (index, unit) in units.enumerated() {
      let values = cells[unit / curves.count]
      let result = curves[unit % curves.count].measure(
        ratios(values), scale: scale(values), settings)
      func set(_ field: Field, _ value: Double) {
        records[index * recordWidth + field.rawValue] = value
      }
      switch result {
      case .success(let measured):
        set(.offset, measured.offset)
        set(.concentration, measured.concentration)
        set(.gasFraction, measured.gasFraction)
        set(.pointsUsed, Double(measured.pointsUsed))
      case .failure(let refusal):
        set(.reason, Double(OffsetRefusal.allCases.firstIndex(of: refusal) ?? 0))
      }
    }
  }

  /// The mass-to-light ratios of a cell: none is free where there are offsets.
  func ratios(_ values: [Double]) -> MassToLight {
    var ratios = MassToLight()
    for usual in Axis.massToLight {
      guard let axis = axes.firstIndex(where: { $0.name == usual.name }) else { continue }
      ratios.set(usual.name, values[axis])
    }
    return ratios
  }

  /// The scale g† of a cell: that of the axis if there is one, otherwise that of the settings.
  func scale(_ values: [Double]) -> Double {
    axes.firstIndex { $0.name == OffsetTable.scaleAxis }.map { values[$0] } ?? settings.scale
  }

  package func table(from records: [Double]) -> Table {
    let units = 0..<unitCount
    let values = (0..<cells.count).map { cells[$0] }
    func stored(_ field: Field) -> [Double] {
      units.map { records[$0 * recordWidth + field.rawValue] }
    }
    let keys = axes.indices.map { axis in units.map { values[$0 / curves.count][axis] } }
    let galaxies = units.map { $0 % curves.count }
    return Table(
      schema,
      keys + [
        galaxies.map { Double(positions[$0]) },
        stored(.offset),
        galaxies.map { curves[$0].logFlatSpeed },
        galaxies.map { curves[$0].logLuminosity },
        stored(.concentration), stored(.gasFraction), stored(.pointsUsed), stored(.reason),
      ])
  }

  package func tally(_ table: Table) -> UnitTally {
    let refused = (table["reason"] ?? []).count { !$0.isNaN }
    let measured = table.rowCount - refused
    return UnitTally(
      counts: [("measured", measured), ("refused", refused)],
      warnings: refused == 0
        ? []
        : [
          "\(refused.grouped) of \(table.rowCount.grouped) cells × galaxies have no offset: see 'reason' "
            + "in 'offsets'"
        ])
  }
}
