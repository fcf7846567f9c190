/// The rows of a table sorted into groups of equal keys.
///
/// Groups come in the order of their first row, and rows keep their order inside a group.
package struct RowGroups: Sendable {
  /// The rows of each group; shape `[groups][rows]`.
  package private(set) var rows: [[Int]] = []
  /// The values of the grouping columns for each group; shape `[groups][columns]`.
  package private(set) var keys: [[Double]] = []

  /// Groups rows by the values of some columns.
  ///
  /// - Parameters:
  ///   - columns: The grouping columns; shape `[columns][rows]`. With none, all rows are one group.
  ///   - rows: The rows that take part.
  package init(by columns: [[Double]], among rows: some Sequence<Int>) {
    if columns.isEmpty {
      self.rows = [Array(rows)]
      self.keys = [[]]
      return
    }
    var positions: [[UInt64]: Int] = [:]
    var previous: (row: Int, position: Int)?
    for row in rows {
      // Rows of one group mostly follow each other, which needs no look-up.
      if let last = previous, columns.allSatisfy({ $0[row] == $0[last.row] }) {
        self.rows[last.position].append(row)
        continue
      }
      let key = columns.map { Self.pattern($0[row]) }
      let position = positions[key] ?? self.rows.count
      if position == self.rows.count {
        positions[key] = position
        self.rows.append([])
        self.keys.append(columns.map { $0[row] })
      }
      self.rows[position].append(row)
      previous = (row, position)
    }
  }

  /// A value as groups tell it apart: what is missing is one, and so are both zeros.
  private static func pattern(_ value: Double) -> UInt64 {
    value.isNaN ? Double.nan.bitPattern : (value + 0).bitPattern
  }

  /// Leaves rows out; a group that loses all of them stays.
  package func keeping(_ isKept: (Int) -> Bool) -> RowGroups {
    var result = self
    result.rows = rows.map { $0.filter(isKept) }
    return result
  }

  /// Adds groups without rows.
  ///
  /// - Parameter wanted: The keys in the order of the result; groups with other keys follow.
  /// - Returns: A group for each of the keys, empty where there was none.
  package func spread(over wanted: [[Double]]) -> RowGroups {
    var positions: [[UInt64]: Int] = [:]
    for (position, key) in keys.enumerated() { positions[key.map(Self.pattern)] = position }
    var result = self
    let own = wanted.map { positions[$0.map(Self.pattern)] }
    let others = Set(keys.indices).subtracting(own.compactMap(\.self)).sorted()
    result.keys = wanted + others.map { keys[$0] }
    result.rows = own.map { $0.map { rows[$0] } ?? [] } + others.map { rows[$0] }
    return result
  }

  /// Splits each group further; the position among the parts becomes a key.
  ///
  /// - Parameters:
  ///   - place: Where the new key stands among the others.
  ///   - parts: The rows of each part of a group.
  /// - Returns: All parts, also empty ones, in the order of the groups.
  package func split(keyAt place: Int, _ parts: ([Int]) -> [[Int]]) -> RowGroups {
    var result = self
    result.rows = []
    result.keys = []
    for (group, members) in rows.enumerated() {
      for (label, part) in parts(members).enumerated() {
        result.rows.append(part)
        var key = keys[group]
        key.insert(Double(label), at: place)
        result.keys.append(key)
      }
    }
    return result
  }
}
