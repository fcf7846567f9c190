package import Tables

/// What the units of a plan compute: one kind of result for each cell and galaxy.
///
/// A unit depends on its number alone and fills a record of a fixed number of doubles, so any
/// thread may compute any unit, and records can be stored and read back. A new kind is a new file,
/// a key of the `model` block and a line in `Plan.computations(of:)`.
package protocol Computation: Sendable {
  /// The table that the records become.
  var schema: TableSchema { get }

  /// Further tables that the records become, with rows of their own.
  var furtherSchemas: [TableSchema] { get }

  /// How the units are numbered.
  var order: UnitOrder { get }

  /// What the doubles in the record of a unit are, by name.
  var recordFields: [String] { get }

  /// How many doubles the record of a unit has.
  var recordWidth: Int { get }

  /// How many units are computed and stored together at most, so that a stop takes less than a
  /// second.
  var unitsPerPiece: Int { get }

  /// What it takes to compute each galaxy and model in some cells of one block, as numbers that
  /// compare with each other only; they follow from spec and data alone.
  ///
  /// - Parameter cells: How many cells of the block there are.
  /// - Returns: Positive numbers; shape `[galaxies × models]`.
  func costs(ofCells cells: Int) -> [Int]

  /// Computes some units, those of a galaxy and model together.
  ///
  /// - Parameters:
  ///   - units: Which ones.
  ///   - records: Room for their records, one after the other.
  func compute(_ units: Range<Int>, into records: UnsafeMutableBufferPointer<Double>)

  /// Whether a unit can have a record: what is a code in it stands for something.
  ///
  /// Records come back from files. One that says what no unit can is damaged, however right its
  /// checksum.
  ///
  /// - Parameters:
  ///   - record: The doubles of one unit; shape `[recordWidth]`.
  ///   - unit: Which unit.
  /// - Returns: False for a record that the unit cannot have.
  func isPossible(_ record: some RandomAccessCollection<Double>, of unit: Int) -> Bool

  /// Counts what statuses and sentences are made of.
  ///
  /// - Parameters:
  ///   - tables: The tables of some cells: the first one, then the further ones.
  ///   - records: The records that they were made from.
  ///   - cells: Which cells.
  /// - Returns: The counts of these cells.
  func tally(_ tables: [Table], from records: RecordSlice, of cells: Range<Int>) -> Tally

  /// How many units ended with each status.
  func statuses(_ tally: Tally) -> [(status: String, count: Int)]

  /// What a reader should know of all units, one sentence each.
  func sentences(_ tally: Tally) -> [String]

  /// The axes whose cells are computed.
  var axes: [Axis] { get }

  /// The same computation over other cells of the same axes.
  func over(_ axes: [Axis]) -> Self

  /// Makes the rows of some cells.
  ///
  /// - Parameters:
  ///   - records: The records of their units at least.
  ///   - cells: Which cells.
  /// - Returns: A table of these rows, in the order of cells, galaxies, models.
  func table(from records: RecordSlice, of cells: Range<Int>) -> Table

  /// Makes the rows of some cells of the further tables likewise, in the order of their schemas.
  func furtherTables(from records: RecordSlice, of cells: Range<Int>) -> [Table]
}

extension Computation {
  package var furtherSchemas: [TableSchema] { [] }
  package func furtherTables(from records: RecordSlice, of cells: Range<Int>) -> [Table] { [] }

  /// How many units there are.
  package var unitCount: Int { order.unitCount }

  package var recordWidth: Int { recordFields.count }
  package var unitsPerPiece: Int { 256 }

  /// The table of one cell, computed on the spot.
  ///
  /// - Parameter axes: The axes of the cell, each with one value.
  /// - Returns: The table, a row for each galaxy.
  func table(at axes: [Axis]) -> Table {
    let (cell, records) = computed(at: axes)
    return cell.table(from: records, of: 0..<cell.order.cells)
  }

  /// Whether the records become a table of some name.
  func makes(_ name: String) -> Bool {
    schema.name == name || furtherSchemas.contains { $0.name == name }
  }

  /// One of the tables at one cell, computed on the spot; `nil` if there is none of the name.
  func table(_ name: String, at axes: [Axis]) -> Table? {
    let (cell, records) = computed(at: axes)
    return name == schema.name
      ? cell.table(from: records, of: 0..<cell.order.cells)
      : cell.furtherTables(from: records, of: 0..<cell.order.cells).first { $0.name == name }
  }

  /// The axes at one cell: with the values of some, the others with their first.
  func axes(at values: [String: Double]) -> [Axis] {
    axes.map { $0.taking([values[$0.name] ?? $0.values[0]]) }
  }

  private func computed(at axes: [Axis]) -> (cell: Self, records: RecordSlice) {
    let cell = over(axes)
    return (cell, cell.records(of: 0..<cell.unitCount))
  }

  /// The records of some units, computed on the spot.
  package func records(of units: Range<Int>) -> RecordSlice {
    let width = recordWidth
    let size = units.count * width
    let values = [Double](unsafeUninitializedCapacity: size) { buffer, count in
      let room = UnsafeMutableBufferPointer(rebasing: buffer.prefix(size))
      room.initialize(repeating: .nan)
      compute(units, into: room)
      count = size
    }
    return RecordSlice(units, width: width, values)
  }
}
