import Tables

/// What is known of a column when all of its rows have been seen.
struct ColumnFacts {
  /// Whether a value is missing.
  private(set) var lacksValues = false
  /// In which row each word first stands; words behind the last one that does are left out.
  private(set) var firstRows: [Int?] = []

  /// Takes the values of rows that follow those taken before.
  ///
  /// - Parameters:
  ///   - values: The values.
  ///   - column: What they are.
  ///   - start: The number of the first row.
  mutating func take(_ values: [Double], of column: ColumnSchema, from start: Int) {
    if !lacksValues { lacksValues = values.contains { !$0.isFinite } }
    guard case .word = column.kind else { return }
    if firstRows.count < column.words.count {
      firstRows += Array(repeating: nil, count: column.words.count - firstRows.count)
    }
    for (place, value) in values.enumerated() where value.isFinite {
      let word = Int(value)
      if firstRows[word] == nil { firstRows[word] = start + place }
    }
  }
}
