package import Experiments

/// The comparison of two tables of one name, row by row.
package struct TableComparison {
  /// Columns whose changes of word are told with the rows.
  private static let judgements: Set<String> = ["status", "bound", "verdict"]
  /// Tables of at most this many rows tell every value that moved.
  private static let smallTable = 6

  let old: Table
  let new: Table
  let rows: JoinedRows
  private let tolerance: DiffTolerance
  private let top: Int
  private let columns: [ColumnPair]
  /// The largest magnitude in each column, by which changes in it are ranked; 0 for no measured one.
  private let scales: [Double]

  /// Whether each joined row moved; shape `[joined]`.
  private var isMoved: [Bool]
  private var ranks: MoveRanks

  /// Joins the rows of two tables; `nil` if they are not keyed alike.
  ///
  /// - Parameters:
  ///   - old: The older table.
  ///   - new: The newer table.
  ///   - tolerance: Which changes do not count.
  ///   - top: How many rows are named where there are many.
  package init?(_ old: Table, _ new: Table, tolerance: DiffTolerance, top: Int) {
    guard let rows = JoinedRows(old, new) else { return nil }
    self.init(old, new, rows, tolerance: tolerance, top: top)
  }

  /// Compares the rows that were joined already.
  init(_ old: Table, _ new: Table, _ rows: JoinedRows, tolerance: DiffTolerance, top: Int) {
    (self.old, self.new, self.rows) = (old, new, rows)
    (self.tolerance, self.top) = (tolerance, top)
    columns = ColumnPair.all(old.schema, new.schema)
    scales = columns.map { column in
      column.isMeasured
        ? Self.largestMagnitude(old.values[column.old], new.values[column.new]) : 0
    }
    isMoved = [Bool](repeating: false, count: rows.old.count)
    ranks = MoveRanks(count: rows.old.count)
  }

  /// What moved.
  package mutating func result() -> RowsDiff {
    var found: [ColumnDiff] = []
    var transitions: [WordChanges] = []
    for (index, column) in columns.enumerated() {
      if column.isNumeric {
        if let diff = numbers(column, scales[index]) { found.append(diff) }
      } else if let changes = words(column) {
        found.append(changes.diff)
        transitions.append(changes)
      }
    }
    let moved = isMoved.indices.filter { isMoved[$0] }
    let isSmall = max(old.rowCount, new.rowCount) <= Self.smallTable
    let largest = ranks.first(isSmall ? moved.count : top, of: moved)
    let (oldNames, newNames) = (old.schema.columns.map(\.name), new.schema.columns.map(\.name))
    return RowsDiff(
      joined: rows.old.count, lost: list(rows.onlyOld, of: old),
      gained: list(rows.onlyNew, of: new),
      columnsLost: oldNames.filter { !newNames.contains($0) },
      columnsGained: newNames.filter { !oldNames.contains($0) }, moved: moved.count,
      columns: found, transitions: transitions.flatMap(named).sorted { $0.count > $1.count },
      largest: largest.map { RowMove(row: key($0), moves: moves(in: $0)) })
  }

  /// The rows of one side with the first of them named.
  private func list(_ rows: [Int], of table: Table) -> RowsDiff.RowList {
    RowsDiff.RowList(
      count: rows.count,
      first: rows.prefix(top).map { RowKey(of: table, row: $0, self.rows.keys) })
  }

  /// Joined rows with the first of them named.
  func list(_ joined: [Int]) -> RowsDiff.RowList {
    list(joined.map { rows.old[$0] }, of: old)
  }

  /// The joined rows in which a parameter moved.
  var rowsWithMovedParameters: [Int] {
    let parameters = columns.filter(\.isParameter)
    return isMoved.indices.filter { joined in
      isMoved[joined] && parameters.contains { move($0, joined) != nil }
    }
  }

  func key(_ joined: Int) -> RowKey {
    RowKey(of: old, row: rows.old[joined], rows.keys)
  }

  private mutating func numbers(_ column: ColumnPair, _ scale: Double) -> ColumnDiff? {
    let (before, after) = (old.values[column.old], new.values[column.new])
    let errors = column.errors.map { (old.values[$0.old], new.values[$0.new]) }
    var diff = ColumnDiff(name: column.name, unit: column.unit)
    var (change, relative, inSigmas) = (Largest(), Largest(), Largest())
    for joined in isMoved.indices {
      let (row, partner) = (rows.old[joined], rows.new[joined])
      let (x, y) = (before[row], after[partner])
      if x == y || (x.isNaN && y.isNaN) { continue }
      let sigma = errors.map { Self.combined($0.0[row], $0.1[partner]) } ?? .nan
      if tolerance.allows(x, y, sigma: sigma) { continue }
      isMoved[joined] = true
      diff.moved += 1
      if x.isNaN { diff.appeared += 1 }
      if y.isNaN { diff.vanished += 1 }
      let step = y - x
      change.add(step, joined)
      relative.add(ValueMove.relative(step, x, y), joined)
      inSigmas.add(step / sigma, joined)
      if scale > 0 { ranks.add(joined, share: step.magnitude / scale, sigmas: step / sigma) }
    }
    guard diff.moved > 0 else { return nil }
    func extreme(_ largest: Largest) -> ColumnDiff.Extreme? {
      largest.row.map { ColumnDiff.Extreme(change: largest.value, row: key($0)) }
    }
    diff.largestChange = extreme(change)
    diff.largestRelative = extreme(relative)
    diff.largestInSigmas = extreme(inSigmas)
    return diff
  }

  private static func largestMagnitude(_ before: [Double], _ after: [Double]) -> Double {
    var largest = 0.0
    for value in before where value.isFinite { largest = max(largest, value.magnitude) }
    for value in after where value.isFinite { largest = max(largest, value.magnitude) }
    return largest
  }

  /// Two errors added in squares.
  private static func combined(_ first: Double, _ second: Double) -> Double {
    (first * first + second * second).squareRoot()
  }

  private mutating func words(_ column: ColumnPair) -> WordChanges? {
    let changes = WordChanges(column, old, new, rows)
    guard changes.diff.moved > 0 else { return nil }
    for joined in changes.joined { isMoved[joined] = true }
    return changes
  }

  /// The changes of a column of words, with the rows where they are judgements.
  private func named(_ changes: WordChanges) -> [Transition] {
    changes.groups.map { group in
      let isNamed = Self.judgements.contains(changes.column.name)
      let rows = isNamed ? ranks.first(top, of: group.joined) : []
      return Transition(
        column: changes.column.name, old: group.old, new: group.new, count: group.joined.count,
        rows: rows.map { RowMove(row: key($0), moves: parameters(in: $0)) })
    }
  }

  /// The values of a row that moved, those first that moved most.
  private func moves(in joined: Int) -> [ValueMove] {
    zip(columns, scales).compactMap { column, scale -> (ValueMove, Double)? in
      move(column, joined).map { ($0, scale > 0 ? $0.change.magnitude / scale : -1) }
    }
    .sorted { !($0.1.isNaN) && ($1.1.isNaN || $0.1 > $1.1) }.map(\.0)
  }

  /// The parameters of a row that moved; what moved most if there are none.
  private func parameters(in joined: Int) -> [ValueMove] {
    let found = columns.filter(\.isParameter).compactMap { move($0, joined) }
    return found.isEmpty ? Array(moves(in: joined).prefix(1)) : found
  }

  /// The move of one value; `nil` if it did not move.
  private func move(_ column: ColumnPair, _ joined: Int) -> ValueMove? {
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

/// The number of the largest magnitude met so far; missing ones do not count.
private struct Largest {
  private(set) var value = 0.0
  private(set) var row: Int?

  mutating func add(_ number: Double, _ row: Int) {
    guard number.magnitude > value.magnitude else { return }
    (value, self.row) = (number, row)
  }
}
