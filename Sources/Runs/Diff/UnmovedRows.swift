import Tables

/// What a comparison has to know of rows that are the same on both sides and that it does not hold.
struct UnmovedRows {
  static let none = UnmovedRows()

  /// How many there are that count.
  private(set) var count = 0
  /// The largest magnitude in each measured column of all rows, moved or not.
  private var magnitudes: [String: Double] = [:]

  /// The largest magnitude that was met in a column.
  func magnitude(in column: ColumnPair) -> Double { magnitudes[column.name, default: 0] }

  /// Takes in rows of both sides, of which some have moved.
  ///
  /// - Parameters:
  ///   - old: The rows on the older side.
  ///   - new: The same on the newer side.
  ///   - columns: The columns that are compared.
  ///   - moved: The rows that are held.
  ///   - condition: A condition on rows: one counts if it meets it on either side.
  mutating func take(
    _ old: Table, _ new: Table, _ columns: [ColumnPair], moved: [Int], _ condition: RowCondition?
  ) {
    if let condition {
      var counts = zip(condition.isMet(by: old), condition.isMet(by: new)).map { $0 || $1 }
      for row in moved { counts[row] = false }
      count += counts.count { $0 }
    } else {
      count += old.rowCount - moved.count
    }
    for column in columns where column.isMeasured {
      magnitudes[column.name] = max(
        magnitude(in: column),
        TableComparison.largestMagnitude(old.values[column.old], new.values[column.new]))
    }
  }
}
