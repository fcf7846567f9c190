/// Finds, for each row of one table, the row of another with the same keys.
enum RowJoin {
  /// The keys of a row up to one of them: a number for those before it, and the bits of its value.
  private struct KeyStep: Hashable {
    let before: Int
    let bits: UInt64

    init(_ before: Int, _ value: Double) {
      (self.before, bits) = (before, (value + 0).bitPattern)
    }
  }

  /// Matches rows.
  ///
  /// - Parameters:
  ///   - table: The table whose rows ask.
  ///   - other: The table that answers; its keys are columns of `table`.
  /// - Returns: The answering row for each row, or `nil` where there is none.
  static func positions(of table: Table, in other: Table) -> [Int?] {
    guard other.rowCount > 0 else { return [Int?](repeating: nil, count: table.rowCount) }
    // Rows with the same first keys have the same number; with each key the numbers get finer.
    var answering = [Int](repeating: 0, count: other.rowCount)
    var asking = [Int?](repeating: 0, count: table.rowCount)
    for key in other.schema.joinKeys(for: table.schema) {
      var numbers: [KeyStep: Int] = [:]
      let values = other.values(key)
      for row in answering.indices {
        let step = KeyStep(answering[row], values[row])
        if let known = numbers[step] {
          answering[row] = known
        } else {
          answering[row] = numbers.count
          numbers[step] = numbers.count
        }
      }
      look(translated(table, other, key), up: numbers, &asking)
    }
    // Of rows with the same keys the last one answers.
    var rows = [Int](repeating: 0, count: other.rowCount)
    for (row, number) in answering.enumerated() { rows[number] = row }
    return asking.map { $0.map { rows[$0] } }
  }

  /// Follows the numbers of rows by one key more; `nil` where no row answers.
  private static func look(
    _ values: [Double], up numbers: [KeyStep: Int], _ asking: inout [Int?]
  ) {
    var last: (step: KeyStep, number: Int?)?
    for row in asking.indices {
      guard let before = asking[row] else { continue }
      let step = KeyStep(before, values[row])
      // Neighbours often have the same keys.
      if let last, last.step == step {
        asking[row] = last.number
      } else {
        asking[row] = numbers[step]
        last = (step, asking[row])
      }
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
