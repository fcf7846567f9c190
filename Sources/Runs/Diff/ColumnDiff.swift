/// How one column of a table moved.
package struct ColumnDiff: Equatable, Sendable {
  package let name: String
  /// The unit of the column; empty for a plain number.
  package let unit: String
  /// In how many of the joined rows it moved.
  package internal(set) var moved = 0
  /// In how many of those there was no value before.
  package internal(set) var appeared = 0
  /// In how many of those there is no value after.
  package internal(set) var vanished = 0
  /// The change of the largest magnitude, in the unit of the column; `nil` for words.
  package internal(set) var largestChange: Extreme?
  /// The relative change of the largest magnitude.
  package internal(set) var largestRelative: Extreme?
  /// The change of the largest magnitude in combined errors; `nil` where there are none.
  package internal(set) var largestInSigmas: Extreme?

  /// A signed change, and the row that has it.
  package struct Extreme: Equatable, Sendable {
    package let change: Double
    package let row: RowKey

    package init(change: Double, row: RowKey) {
      self.change = change
      self.row = row
    }
  }

  init(name: String, unit: String) {
    self.name = name
    self.unit = unit
  }
}
