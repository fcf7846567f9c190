import Galaxies
import Tables

/// The columns of a table of curves, filled point by point.
struct CurveTable {
  private var draft: TableDraft
  private let keys: ColumnBlock
  private let point: Column<Int>
  private let columns: [(column: Column<Double>, value: @Sendable (FittedPoint) -> Double)]
  /// The row of the fit and the number of each point, and the values of its columns.
  private var rows: [Int] = []
  private var numbers: [Double] = []
  private var values: [[Double]]

  /// Declares the columns: the keys of the fits, the number of the point, its values.
  ///
  /// - Parameters:
  ///   - name: What the table is called.
  ///   - fits: The table whose rows have curves.
  ///   - isMeasured: Whether the points are the measured ones, which have an observed speed.
  init(_ name: String, of fits: TableSchema, isMeasured: Bool) {
    var draft = TableDraft(name, axes: fits.axes, constants: fits.constants)
    keys = draft.block(Self.keys(of: fits), as: .key)
    point = draft.integer("point", as: .key, "number of the point, from the centre")
    var columns: [(column: Column<Double>, value: @Sendable (FittedPoint) -> Double)] = []
    for column in Self.columns where isMeasured || !column.isOfMeasured {
      columns.append((draft.real(column.name, unit: column.unit, column.summary), column.value))
    }
    self.columns = columns
    self.draft = draft
    values = columns.map { _ in [] }
  }

  var schema: TableSchema { draft.schema }

  /// Adds the points of a row of the fits.
  mutating func add(_ row: Int, _ points: [FittedPoint]) {
    for (index, point) in points.enumerated() {
      rows.append(row)
      numbers.append(Double(index + 1))
      for (place, column) in columns.enumerated() { values[place].append(column.value(point)) }
    }
  }

  /// The table of all points, with the keys that their fits have.
  func table(of fits: Table) -> Table {
    var draft = draft
    draft.fill(keys, with: keys.values(in: fits).map { column in rows.map { column[$0] } })
    draft.fill(point, with: numbers)
    for (column, values) in zip(columns, values) { draft.fill(column.column, with: values) }
    return draft.table
  }

  /// The keys of the fits, and galaxy and model where they are none.
  private static func keys(of fits: TableSchema) -> [ColumnSchema] {
    fits.keyColumns
      + ["galaxy", "model"].filter { !fits.keys.contains($0) }.compactMap { fits[$0] }
  }

  private struct Description {
    let name: String
    let unit: String
    let summary: String
    let isOfMeasured: Bool
    let value: @Sendable (FittedPoint) -> Double

    init(
      _ name: String, _ unit: String, _ summary: String, _ isOfMeasured: Bool,
      _ value: @escaping @Sendable (FittedPoint) -> Double
    ) {
      (self.name, self.unit, self.summary) = (name, unit, summary)
      (self.isOfMeasured, self.value) = (isOfMeasured, value)
    }
  }

  private static let columns: [Description] = [
    .init("radius", "kpc", "distance from the centre at the distance of the fit", false) {
      $0.radius
    },
    .init("v_obs", "km / s", "observed speed at the inclination of the fit", true) { $0.observed },
    .init("e_v_obs", "km / s", "error of v_obs as the fit used it", true) { $0.error },
    .init("v_gas", "km / s", "speed due to the gas, negative where it pulls outward", false) {
      $0.gas
    },
    .init("v_disk", "km / s", "speed due to the disk, negative where it pulls outward", false) {
      $0.disk
    },
    .init("v_bulge", "km / s", "speed due to the bulge, negative where it pulls outward", false) {
      $0.bulge
    },
    .init("v_bary", "km / s", "speed due to the baryons, negative where they pull outward", false) {
      $0.baryons
    },
    .init(
      "v_extra", "km / s",
      "what the law adds: v_model - v_bary where it adds speeds, else the root of v_model^2 less "
        + "the signed square of v_bary, with its sign", false
    ) { $0.extra },
    .init("v_model", "km / s", "speed of the fit", false) { $0.model },
    .init("residual", "km / s", "v_obs - v_model", true) { $0.residual },
    .init("pull", "", "residual in errors of v_obs", true) { $0.pull },
  ]
}
