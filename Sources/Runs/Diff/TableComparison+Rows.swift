import Tables

/// The rows that are named, with what moved in them.
extension TableComparison {
  /// The rows of one side with the first of them named.
  func list(_ rows: [Int], of table: Table) -> RowsDiff.RowList {
    RowsDiff.RowList(
      count: rows.count,
      first: rows.prefix(top).map { RowKey(of: table, row: $0, self.rows.keys) })
  }

  /// Joined rows with the first of them named.
  func list(_ joined: [Int]) -> RowsDiff.RowList {
    list(joined.map { rows.old[$0] }, of: old)
  }

  /// The joined rows in which a parameter moved by more than its last digits.
  var rowsWithMovedParameters: [Int] {
    let parameters = columns.filter(\.isParameter)
    return isMovedFar.indices.filter { joined in
      isMovedFar[joined]
        && parameters.contains { column in
          move(column, joined).map { !($0.relativeChange.magnitude <= Self.lastDigits) } ?? false
        }
    }
  }

  func key(_ joined: Int) -> RowKey {
    RowKey(of: old, row: rows.old[joined], rows.keys)
  }

  /// The values of a row that moved, those first that moved most.
  func moves(in joined: Int) -> [ValueMove] {
    zip(columns, scales).compactMap { column, scale -> (ValueMove, Double)? in
      move(column, joined).map { ($0, scale > 0 ? $0.change.magnitude / scale : -1) }
    }
    .sorted { !($0.1.isNaN) && ($1.1.isNaN || $0.1 > $1.1) }.map(\.0)
  }

  /// The parameters of a row that moved; what moved most if there are none.
  func parameters(in joined: Int) -> [ValueMove] {
    let found = columns.filter(\.isParameter).compactMap { move($0, joined) }
    return found.isEmpty ? Array(moves(in: joined).prefix(1)) : found
  }

  /// The move of one value; `nil` if it did not move.
  func move(_ column: ColumnPair, _ joined: Int) -> ValueMove? {
    let (row, partner) = (rows.old[joined], rows.new[joined])
    let sigma = column.errors.map {
      Self.combined(old.values[$0.old][row], new.values[$0.new][partner])
    }
    let move = ValueMove(
      column: column.name, unit: column.unit, old: old.cell(row: row, column: column.old),
      new: new.cell(row: partner, column: column.new), sigma: sigma ?? .nan)
    if !column.isNumeric { return move.old == move.new ? nil : move }
    let (x, y) = (old.values[column.old][row], new.values[column.new][partner])
    return tolerance.allows(x, y, sigma: move.sigma) ? nil : move
  }
}
