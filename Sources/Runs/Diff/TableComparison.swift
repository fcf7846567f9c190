package import Tables

/// The comparison of two tables of one name, row by row.
package struct TableComparison {
  /// Columns whose changes of word are told with the rows.
  private static let judgements: Set<String> = ["status", "bound", "verdict"]
  /// Tables of at most this many rows tell every value that moved.
  private static let smallTable = 6
  /// A relative change of at most this is one of the last digits.
  static let lastDigits = 1e-9

  let old: Table
  let new: Table
  let rows: JoinedRows
  /// The joined rows that are the same on both sides and that the tables leave out.
  private let others: UnmovedRows
  let tolerance: DiffTolerance
  let top: Int
  let columns: [ColumnPair]
  /// The largest magnitude in each column, by which changes in it are ranked; 0 for no measured
  /// one.
  let scales: [Double]

  /// Whether each joined row moved; shape `[joined]`.
  private var isMoved: [Bool]
  /// Whether each joined row moved by more than its last digits; shape `[joined]`.
  private(set) var isMovedFar: [Bool]
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
  init(
    _ old: Table, _ new: Table, _ rows: JoinedRows, besides others: UnmovedRows = .none,
    tolerance: DiffTolerance, top: Int
  ) {
    (self.old, self.new, self.rows, self.others) = (old, new, rows, others)
    (self.tolerance, self.top) = (tolerance, top)
    columns = ColumnPair.all(old.schema, new.schema)
    scales = columns.map { column in
      column.isMeasured
        ? max(
          others.magnitude(in: column),
          Self.largestMagnitude(old.values[column.old], new.values[column.new])) : 0
    }
    isMoved = [Bool](repeating: false, count: rows.old.count)
    isMovedFar = isMoved
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
    let isSmall = max(old.rowCount, new.rowCount) + others.count <= Self.smallTable
    let largest = ranks.first(isSmall ? moved.count : top, of: moved)
    let (oldNames, newNames) = (old.schema.columns.map(\.name), new.schema.columns.map(\.name))
    return RowsDiff(
      joined: rows.old.count + others.count, lost: list(rows.onlyOld, of: old),
      gained: list(rows.onlyNew, of: new),
      columnsLost: oldNames.filter { !newNames.contains($0) },
      columnsGained: newNames.filter { !oldNames.contains($0) }, moved: moved.count,
      movedInLastDigits: moved.count { !isMovedFar[$0] }, columns: found,
      transitions: transitions.flatMap(named).sorted { $0.count > $1.count },
      largest: largest.map { RowMove(row: key($0), moves: moves(in: $0)) })
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
      let part = ValueMove.relative(step, x, y)
      relative.add(part, joined)
      if !(part.magnitude <= Self.lastDigits) { isMovedFar[joined] = true }
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

  static func largestMagnitude(_ before: [Double], _ after: [Double]) -> Double {
    var largest = 0.0
    for value in before where value.isFinite { largest = max(largest, value.magnitude) }
    for value in after where value.isFinite { largest = max(largest, value.magnitude) }
    return largest
  }

  /// Two errors added in squares.
  static func combined(_ first: Double, _ second: Double) -> Double {
    (first * first + second * second).squareRoot()
  }

  private mutating func words(_ column: ColumnPair) -> WordChanges? {
    let changes = WordChanges(column, old, new, rows)
    guard changes.diff.moved > 0 else { return nil }
    for joined in changes.joined {
      isMoved[joined] = true
      isMovedFar[joined] = true
    }
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
