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

  /// Says how the units turned out: the number of each status, and what a reader should know.
  func tally(_ table: Table) -> UnitTally

  /// The axes whose cells are computed.
  var axes: [Axis] { get }

  /// The same computation over other cells of the same axes.
  func over(_ axes: [Axis]) -> Self

  /// Makes the table from the records of all units.
  ///
  /// - Parameter records: The records in the order of the units; shape `[unitCount × recordWidth]`.
  /// - Returns: The table; its rows are in the order of cells, galaxies, models.
  func table(from records: [Double]) -> Table

  /// Makes the further tables from the records of all units likewise, in the order of their
  /// schemas.
  func furtherTables(from records: [Double]) -> [Table]

  /// What a reader should know of the further tables, one sentence each.
  func notes(on further: [Table], from records: [Double]) -> [String]
}

extension Computation {
  package var furtherSchemas: [TableSchema] { [] }
  package func furtherTables(from records: [Double]) -> [Table] { [] }
  package func notes(on further: [Table], from records: [Double]) -> [String] { [] }

  /// How many units there are.
  package var unitCount: Int { order.unitCount }

  /// How many doubles the record of a unit has.
  package var recordWidth: Int { recordFields.count }

  /// The table of one cell, computed on the spot.
  ///
  /// - Parameter axes: The axes of the cell, each with one value.
  /// - Returns: The table, a row for each galaxy.
  func table(at axes: [Axis]) -> Table {
    let (cell, records) = computed(at: axes)
    return cell.table(from: records)
  }

  /// Whether the records become a table of some name.
  func makes(_ name: String) -> Bool {
    schema.name == name || furtherSchemas.contains { $0.name == name }
  }

  /// One of the tables at one cell, computed on the spot; `nil` if there is none of the name.
  func table(_ name: String, at axes: [Axis]) -> Table? {
    let (cell, records) = computed(at: axes)
    return name == schema.name
      ? cell.table(from: records) : cell.furtherTables(from: records).first { $0.name == name }
  }

  /// The axes at one cell: with the values of some, the others with their first.
  func axes(at values: [String: Double]) -> [Axis] {
    axes.map { $0.taking([values[$0.name] ?? $0.values[0]]) }
  }

  private func computed(at axes: [Axis]) -> (cell: Self, records: [Double]) {
    let cell = over(axes)
    let records = [Double](unsafeUninitializedCapacity: cell.unitCount * cell.recordWidth) {
      buffer, count in
      buffer.initialize(repeating: .nan)
      cell.compute(0..<cell.unitCount, into: buffer)
      count = buffer.count
    }
    return (cell, records)
  }
}
