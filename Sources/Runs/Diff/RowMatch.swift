import Tables

/// Compares rows that stand side by side in two tables.
struct RowMatch {
  private let keys: [String]
  private let columns: [ColumnPair]
  /// Where the words of the older column stand in the newer one, for each pair of columns met.
  private var words: [[Int]: WordPositions] = [:]

  init(keys: [String], _ columns: [ColumnPair]) {
    (self.keys, self.columns) = (keys, columns)
  }

  /// The rows in which any value differs.
  ///
  /// - Parameters:
  ///   - old: Rows of the older table.
  ///   - new: As many of the newer one.
  /// - Returns: `nil` if the keys of some row differ.
  mutating func moved(_ old: Table, _ new: Table) -> [Int]? {
    for key in keys {
      guard let place = old.schema.index(of: key), let other = new.schema.index(of: key) else {
        return nil
      }
      if !differing(old, place, new, other).isEmpty { return nil }
    }
    var isMoved = [Bool](repeating: false, count: old.rowCount)
    for column in columns {
      for row in differing(old, column.old, new, column.new) { isMoved[row] = true }
    }
    return isMoved.indices.filter { isMoved[$0] }
  }

  /// The rows in which the values of two columns differ, as ``TableComparison`` takes them without
  /// a tolerance.
  private mutating func differing(
    _ old: Table, _ place: Int, _ new: Table, _ other: Int
  ) -> [Int] {
    let (before, after) = (old.values[place], new.values[other])
    guard let vocabulary = old.schema.columns[place].vocabulary,
      let otherVocabulary = new.schema.columns[other].vocabulary
    else {
      return before.indices.filter { row in
        before[row] != after[row] && !(before[row].isNaN && after[row].isNaN)
      }
    }
    let positions =
      words[[place, other]].flatMap {
        $0.isOf(vocabulary.count, otherVocabulary.count) ? $0 : nil
      } ?? WordPositions(of: vocabulary, in: otherVocabulary)
    words[[place, other]] = positions
    return before.indices.filter { row in
      let (x, y) = (before[row], after[row])
      return x.isNaN ? !y.isNaN : positions[x] != y
    }
  }
}
