import Tables

/// The rows in which a column of words or flags changed, by what changed to what.
struct WordChanges {
  let column: ColumnPair
  private(set) var diff: ColumnDiff
  /// The joined rows that changed, in order.
  private(set) var joined: [Int] = []
  /// The rows of each change, the most frequent first.
  private(set) var groups: [(old: CellValue, new: CellValue, joined: [Int])] = []

  init(_ column: ColumnPair, _ old: Table, _ new: Table, _ rows: JoinedRows) {
    self.column = column
    diff = ColumnDiff(name: column.name, unit: column.unit)
    let (before, after) = (old.values[column.old], new.values[column.new])
    // Equal words may have other positions in the other table.
    let words = old.schema.columns[column.old].vocabulary
    let others = new.schema.columns[column.new].vocabulary
    let positions = words.flatMap { words in others.map { WordPositions(of: words, in: $0) } }
    var found: [[Double]: [Int]] = [:]
    for index in rows.old.indices {
      let (x, y) = (before[rows.old[index]], after[rows.new[index]])
      if x.isNaN && y.isNaN { continue }
      if !x.isNaN, (positions.map { $0[x] } ?? x) == y { continue }
      if x.isNaN { diff.appeared += 1 }
      if y.isNaN { diff.vanished += 1 }
      joined.append(index)
      found[[x.isNaN ? -1 : x, y.isNaN ? -1 : y], default: []].append(index)
    }
    diff.moved = joined.count
    groups = found.values.map { members in
      let first = members[0]
      return (
        old.cell(row: rows.old[first], column: column.old),
        new.cell(row: rows.new[first], column: column.new), members
      )
    }
    .sorted { ($1.joined.count, $0.joined[0]) < ($0.joined.count, $1.joined[0]) }
  }
}
