/// How the rows of a table moved.
package struct RowsDiff: Equatable, Sendable {
  /// How many rows both sides have.
  package let joined: Int
  /// The rows that only the old side has.
  package let lost: RowList
  /// The rows that only the new side has.
  package let gained: RowList
  /// The columns that only the old side has.
  package let columnsLost: [String]
  /// The columns that only the new side has.
  package let columnsGained: [String]
  /// In how many joined rows some value moved.
  package let moved: Int
  /// In how many of those no value moved by more than a part in 10⁹.
  package let movedInLastDigits: Int
  /// The columns that moved, in the order of the table.
  package let columns: [ColumnDiff]
  /// The changes of words and flags, the most frequent first.
  package let transitions: [Transition]
  /// The rows that moved most; every moved row of a small table.
  package let largest: [RowMove]
  /// The fits whose parameters moved and whose curves did not; `nil` where that was not looked for.
  package internal(set) var degenerate: RowList?

  /// Some rows, of which the first are named.
  package struct RowList: Equatable, Sendable {
    package let count: Int
    package let first: [RowKey]

    package static let none = RowList(count: 0, first: [])

    package init(count: Int, first: [RowKey]) {
      self.count = count
      self.first = first
    }
  }

  /// Whether both sides have the same rows and columns, and nothing moved.
  package var isEmpty: Bool {
    lost.count == 0 && gained.count == 0 && moved == 0 && columnsLost.isEmpty
      && columnsGained.isEmpty
  }
}
