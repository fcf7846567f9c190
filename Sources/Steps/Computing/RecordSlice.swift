/// The records of consecutive units.
package struct RecordSlice: Sendable {
  package let units: Range<Int>
  /// How many doubles the record of a unit has.
  package let width: Int
  /// The records one after the other; shape `[units × width]`.
  package let values: [Double]

  /// - Precondition: There is a record for each unit.
  package init(_ units: Range<Int>, width: Int, _ values: [Double]) {
    precondition(values.count == units.count * width, "one record a unit")
    (self.units, self.width, self.values) = (units, width, values)
  }

  /// A double of the record of a unit.
  @inline(__always)
  package subscript(unit: Int, place: Int) -> Double {
    values[(unit - units.lowerBound) * width + place]
  }

  /// The same double of the records of some units; shape `[units]`.
  package func values(at place: Int, of units: [Int]) -> [Double] {
    let first = self.units.lowerBound
    return values.withUnsafeBufferPointer { values in
      units.map { values[($0 - first) * width + place] }
    }
  }

  /// All doubles of the records of some units; shape `[width][units]`.
  package func columns(of units: [Int]) -> [[Double]] {
    let (first, width, count) = (self.units.lowerBound, width, units.count)
    // Each record is read once, from its beginning to its end.
    let columns = [Double](unsafeUninitializedCapacity: width * count) { columns, size in
      values.withUnsafeBufferPointer { values in
        for (row, unit) in units.enumerated() {
          let start = (unit - first) * width
          for place in 0..<width { columns[place * count + row] = values[start + place] }
        }
      }
      size = width * count
    }
    return (0..<width).map { Array(columns[($0 * count)..<(($0 + 1) * count)]) }
  }

  /// The record of a unit.
  package func record(of unit: Int) -> ArraySlice<Double> {
    let start = (unit - units.lowerBound) * width
    return values[start..<(start + width)]
  }
}
