package import Tables

/// A stored table held against the same table computed anew.
package struct RecomputedTable: Equatable, Sendable {
  /// How far two numbers may be apart, relative to the larger one.
  ///
  /// Numbers below a millionth of the largest of their column are judged against that millionth:
  /// what cancels to nearly zero has no digits of its own.
  package static let tolerance = 1e-9
  private static let smallest = 1e-6

  /// How much of it is the same, the best first.
  package enum Verdict: Int, Comparable, Sendable {
    case sameToTheBit
    case sameWithinTolerance
    case different

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The value that moved most.
  package struct Move: Equatable, Sendable {
    package let column: String
    /// The keys of its row.
    package let row: String
    package let stored: String
    package let computed: String
    /// The difference over the larger number; infinite where one is missing or a word changed.
    package let relative: Double
  }

  package let table: String
  /// How many rows were compared.
  package let rows: Int
  package let verdict: Verdict
  /// How many rows are not the same to the bit.
  package let movedRows: Int
  package let largest: Move?
  /// Why the two are not comparable row by row, if they are not.
  package let objection: String?

  /// A table that is the same to the bit.
  init(same table: String, rows: Int) {
    self.init(table, rows, .sameToTheBit, 0, nil, nil)
  }

  /// A table that cannot be compared row by row.
  init(_ table: String, objection: String) {
    self.init(table, 0, .different, 0, nil, objection)
  }

  private init(
    _ table: String, _ rows: Int, _ verdict: Verdict, _ movedRows: Int, _ largest: Move?,
    _ objection: String?
  ) {
    (self.table, self.rows, self.verdict) = (table, rows, verdict)
    (self.movedRows, self.largest, self.objection) = (movedRows, largest, objection)
  }

  /// Compares rows of two tables, which stand at the same positions in both.
  ///
  /// - Parameters:
  ///   - stored: The table of the run.
  ///   - computed: The same table, computed anew.
  ///   - rows: Which rows; all by default.
  package init(stored: Table, computed: Table, rows: [Int]? = nil) {
    let name = stored.name
    guard stored.schema.columns.map(\.name) == computed.schema.columns.map(\.name) else {
      self.init(name, objection: "it has other columns now")
      return
    }
    guard stored.rowCount == computed.rowCount else {
      self.init(name, objection: "it has \(computed.rowCount) rows now, not \(stored.rowCount)")
      return
    }
    let rows = rows ?? Array(0..<stored.rowCount)
    var (moved, verdict, largest) = (Set<Int>(), Verdict.sameToTheBit, Move?.none)
    for column in stored.values.indices {
      let finite = stored.values[column].filter(\.isFinite)
      let floor = Self.smallest * finite.reduce(0) { max($0, abs($1)) }
      for row in rows where !Self.isSame(stored, computed, row, column) {
        moved.insert(row)
        let relative = Self.relativeMove(stored, computed, row, column, floor: floor)
        verdict = max(verdict, relative <= Self.tolerance ? .sameWithinTolerance : .different)
        guard relative > largest?.relative ?? -1 else { continue }
        largest = Move(
          column: stored.schema.columns[column].name,
          row: stored.label(row: row, columns: stored.schema.keys),
          stored: stored.text(row: row, column: column),
          computed: computed.text(row: row, column: column), relative: relative)
      }
    }
    self.init(name, rows.count, verdict, moved.count, largest, nil)
  }

  private static func isSame(_ one: Table, _ other: Table, _ row: Int, _ column: Int) -> Bool {
    let (left, right) = (one.values[column][row], other.values[column][row])
    if left.isNaN || right.isNaN { return left.isNaN && right.isNaN }
    guard one.schema.columns[column].vocabulary != nil else {
      return left == right
    }
    return one.text(row: row, column: column) == other.text(row: row, column: column)
  }

  private static func relativeMove(
    _ one: Table, _ other: Table, _ row: Int, _ column: Int, floor: Double
  ) -> Double {
    let (left, right) = (one.values[column][row], other.values[column][row])
    guard one.schema.columns[column].kind == .real, left.isFinite, right.isFinite else {
      return .infinity
    }
    return abs(left - right) / max(abs(left), abs(right), floor)
  }
}
