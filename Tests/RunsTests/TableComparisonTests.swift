import Runs
import Tables
import TestKit
import Testing

@Suite("Table comparison", .limited)
struct TableComparisonTests {
  /// A table of galaxies with a number, its error, a count, a status and a flag.
  private static func table(
    _ rows: [(galaxy: String, k: Double, error: Double, n: Double, status: String)],
    ratio: Double = 0.5, isConstant: Bool = true, words: [String] = ["interior", "at_bound"]
  ) -> Table {
    let names = rows.map(\.galaxy)
    return Table(
      TableSchema(
        "fits", axes: ["upsilon_disk"], keys: ["upsilon_disk", "galaxy"],
        constants: isConstant ? ["upsilon_disk"] : [],
        columns: [
          ColumnSchema("upsilon_disk", "ratio"), ColumnSchema("galaxy", .word(names), "galaxy"),
          ColumnSchema("k", unit: "kpc", "value"), ColumnSchema("e_k", unit: "kpc", "error"),
          ColumnSchema("n", .integer, "count"), ColumnSchema("status", .word(words), "status"),
        ]),
      rows: rows.enumerated().map { index, row in
        [
          ratio, Double(index), row.k, row.error, row.n,
          words.firstIndex(of: row.status).map(Double.init) ?? .nan,
        ]
      })
  }

  private static let old = table([
    ("A", 1, 0.3, 5, "interior"), ("B", 2, .nan, 6, "at_bound"), ("C", .nan, .nan, 7, ""),
    ("D", 4, 0.4, 8, "interior"),
  ])

  /// D and C, B and A changed, E new; A, B and D in another order, words in another order.
  private static let new = table(
    [
      ("D", 4, 0.4, 8, "interior"), ("B", 3, 0.1, 6, "interior"), ("E", 9, 0.1, 1, "interior"),
      ("A", 1.5, 0.4, 9, "interior"), ("C", 7, .nan, 7, ""),
    ], words: ["at_bound", "no_zero", "interior"])

  private static func diff(
    _ old: Table, _ new: Table, _ tolerance: DiffTolerance = .none, top: Int = 10
  ) throws -> RowsDiff {
    var comparison = try #require(TableComparison(old, new, tolerance: tolerance, top: top))
    return comparison.result()
  }

  private static func key(_ galaxy: String) -> RowKey {
    RowKey(names: ["galaxy"], values: [.word(galaxy)])
  }

  @Test func joinsRowsByTheirWords() throws {
    let diff = try Self.diff(Self.old, Self.new)
    #expect(diff.joined == 4)
    #expect(diff.lost == .none)
    #expect(diff.gained == .init(count: 1, first: [Self.key("E")]))
    #expect(diff.moved == 3)
  }

  @Test func tellsHowEachColumnMoved() throws {
    let diff = try Self.diff(Self.old, Self.new)
    #expect(diff.columns.map(\.name) == ["k", "e_k", "n", "status"])
    #expect(diff.columns.map(\.moved) == [3, 2, 1, 1])
    #expect(diff.columns.map(\.appeared) == [1, 1, 0, 0])
    let k = try #require(diff.columns.first)
    #expect(k.unit == "kpc")
    #expect(k.largestChange == .init(change: 1, row: Self.key("B")))
    #expect(k.largestRelative == .init(change: 1.0 / 3, row: Self.key("A")))
    // 0.5 / √(0.3² + 0.4²)
    #expect(k.largestInSigmas == .init(change: 1, row: Self.key("A")))
  }

  @Test func countsChangesOfWordsAndNamesTheirRows() throws {
    let diff = try Self.diff(Self.old, Self.new)
    let transition = try #require(diff.transitions.first)
    #expect(diff.transitions.count == 1)
    #expect(transition.old == .word("at_bound"))
    #expect(transition.new == .word("interior"))
    #expect(transition.count == 1)
    #expect(transition.rows.map(\.row) == [Self.key("B")])
    #expect(transition.rows[0].moves.map(\.column) == ["k"])
    #expect(transition.rows[0].moves.map(\.old) == [.number(2)])
    #expect(transition.rows[0].moves.map(\.new) == [.number(3)])
  }

  @Test func ranksRowsByErrorsAndThenByMagnitude() throws {
    let rows = Self.table([
      ("A", 0, 1, 1, "interior"), ("B", 0, 1, 1, "interior"), ("C", 100, .nan, 1, "interior"),
      ("D", 100, .nan, 1, "interior"), ("E", 0, 1, 1, "interior"), ("F", 0, 1, 1, "interior"),
      ("G", 0, 1, 1, "interior"),
    ])
    let moved = Self.table([
      ("A", 1, 1, 1, "interior"), ("B", 2, 1, 1, "interior"), ("C", 90, .nan, 1, "interior"),
      ("D", 50, .nan, 1, "interior"), ("E", 0, 1, 1, "interior"), ("F", 0, 1, 1, "interior"),
      ("G", 0, 1, 1, "interior"),
    ])
    let diff = try Self.diff(rows, moved, top: 3)
    #expect(diff.largest.map(\.row) == ["B", "A", "D"].map(Self.key))
  }

  @Test func negatesEveryChangeWhenTheSidesSwap() throws {
    let (there, back) = (try Self.diff(Self.old, Self.new), try Self.diff(Self.new, Self.old))
    #expect(there.moved == back.moved)
    #expect(there.lost == back.gained && there.gained == back.lost)
    for (one, other) in zip(there.columns, back.columns) {
      #expect(one.name == other.name && one.moved == other.moved)
      #expect(one.appeared == other.vanished && one.vanished == other.appeared)
      #expect(one.largestChange?.change == other.largestChange.map { -$0.change })
      #expect(one.largestRelative?.change == other.largestRelative.map { -$0.change })
      #expect(one.largestInSigmas?.change == other.largestInSigmas.map { -$0.change })
    }
    #expect(there.largest.map(\.row) == back.largest.map(\.row))
    for (one, other) in zip(there.largest.flatMap(\.moves), back.largest.flatMap(\.moves)) {
      #expect(one.old == other.new && one.new == other.old)
      #expect(one.change == -other.change || one.change.isNaN && other.change.isNaN)
    }
    #expect(there.transitions.map(\.old) == back.transitions.map(\.new))
  }

  @Test func isEmptyForEqualTables() throws {
    let diff = try Self.diff(Self.old, Self.old)
    #expect(diff.isEmpty)
    #expect(diff.columns.isEmpty && diff.largest.isEmpty && diff.transitions.isEmpty)
  }

  @Test func countsRowsThatMovedInTheLastDigits() throws {
    let old = Self.table([("A", 1, 0.3, 5, "interior"), ("B", 1, 0.3, 5, "interior")])
    let new = Self.table([
      ("A", 1 + 1e-12, 0.3, 5, "interior"), ("B", 1 + 1e-8, 0.3, 5, "interior"),
    ])
    let diff = try Self.diff(old, new)
    #expect(diff.moved == 2 && diff.movedInLastDigits == 1)
  }

  @Test func takesBothZerosForEqual() throws {
    let zero = Self.table([("A", 0, 0.1, 1, "interior")])
    let negative = Self.table([("A", -0.0, 0.1, 1, "interior")])
    #expect(try Self.diff(zero, negative).isEmpty)
  }

  @Test(arguments: [
    (DiffTolerance(), false), (DiffTolerance(absolute: 0.5), true),
    (DiffTolerance(absolute: 0.49), false), (DiffTolerance(relative: 0.1), true),
    (DiffTolerance(relative: 0.099), false), (DiffTolerance(sigmas: 1), true),
    (DiffTolerance(sigmas: 0.99), false),
    (DiffTolerance(absolute: 0.25, relative: 0.05), true),
  ])
  func toleratesWhatItIsAskedTo(tolerance: DiffTolerance, isEqual: Bool) throws {
    let old = Self.table([("A", 4.5, 0.3, 1, "interior")])
    let new = Self.table([("A", 5, 0.3, 1, "interior")])
    let wide = Self.table([("A", 5, 0.4, 1, "interior")])
    // 0.5 is a tenth of 5; with errors of 0.3 and 0.4 it is one combined error.
    #expect(
      try Self.diff(old, tolerance.sigmas == nil ? new : wide, tolerance).columns
        .contains { $0.name == "k" } == !isEqual)
  }

  @Test func neverToleratesThatAValueVanishes() throws {
    let old = Self.table([("A", 1, 0.3, 1, "interior")])
    let new = Self.table([("A", .nan, 0.3, 1, "interior")])
    let diff = try Self.diff(old, new, DiffTolerance(absolute: 9, relative: 9, sigmas: 9))
    #expect(diff.columns.map(\.vanished) == [1])
    #expect(diff.columns[0].largestChange == nil)
  }

  @Test func joinsOverAnAxisThatHasOneValueOnEitherSide() throws {
    let (old, new) = (Self.old, Self.table([("A", 1, 0.3, 5, "interior")], ratio: 0.6))
    #expect(try Self.diff(old, new).joined == 1)
    let varying = Self.table([("A", 1, 0.3, 5, "interior")], ratio: 0.6, isConstant: false)
    let diff = try Self.diff(old, varying)
    #expect(diff.joined == 0)
    #expect(diff.gained.first.map(\.names) == [["upsilon_disk", "galaxy"]])
  }

  @Test func refusesTablesWithOtherKeys() {
    let other = Table(
      TableSchema(
        "fits", axes: [], keys: ["model"],
        columns: [ColumnSchema("model", .word(["one"]), "model"), ColumnSchema("k", "value")]),
      [[0], [1]])
    #expect(TableComparison(Self.old, other, tolerance: .none, top: 10) == nil)
  }

  @Test func pairsRowsWithoutKeysInTheirOrder() throws {
    func table(_ values: [Double]) -> Table {
      Table(TableSchema("x", axes: [], keys: [], columns: [ColumnSchema("v", "value")]), [values])
    }
    let diff = try Self.diff(table([1, 2]), table([1, 3, 4]))
    #expect(diff.joined == 2 && diff.moved == 1 && diff.gained.count == 1)
    #expect(diff.largest.flatMap(\.moves).map(\.change) == [1])
  }

  @Test func tellsWhichColumnsOneSideLacks() throws {
    let schema = TableSchema("x", axes: [], keys: [], columns: [ColumnSchema("v", "value")])
    let other = TableSchema("x", axes: [], keys: [], columns: [ColumnSchema("w", "value")])
    let diff = try Self.diff(Table(schema, [[1]]), Table(other, [[1]]))
    #expect(diff.columnsLost == ["v"] && diff.columnsGained == ["w"])
    #expect(!diff.isEmpty)
  }
}
