/// Finds, for each row of one table, the row of another with the same keys.
enum RowJoin {
  /// Matches rows.
  ///
  /// - Parameters:
  ///   - table: The table whose rows ask.
  ///   - other: The table that answers; its keys are columns of `table`.
  /// - Returns: The answering row for each row, or `nil` where there is none.
  static func positions(of table: Table, in other: Table) -> [Int?] {
    let keys = other.schema.joinKeys(for: table.schema)
    let answering = keys.map { other.values($0) }
    var index: [[UInt64]: Int] = [:]
    for row in 0..<other.rowCount { index[answering.map { ($0[row] + 0).bitPattern }] = row }

    let asking = keys.map { key in
      translated(table, other, key)
    }
    return (0..<table.rowCount).map { row in
      index[asking.map { ($0[row] + 0).bitPattern }]
    }
  }

  /// The values of a key column of `table`, with its words as positions in the vocabulary of
  /// `other`.
  private static func translated(_ table: Table, _ other: Table, _ key: String) -> [Double] {
    let values = table.values(key)
    guard let words = table.schema[key]?.vocabulary, let target = other.schema[key]?.vocabulary,
      words != target
    else { return values }
    let codes = Dictionary(uniqueKeysWithValues: target.enumerated().map { ($1, Double($0)) })
    let map = words.map { codes[$0] ?? .nan }
    return values.map { $0.isNaN ? .nan : map[Int($0)] }
  }
}
