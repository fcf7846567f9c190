import Tables
import TestKit
import Testing

@Suite("A draft of a table", .limited)
struct TableDraftTests {
  private enum Verdict: String, CaseIterable {
    case first
    case second
  }

  private struct Columns {
    var draft = TableDraft("made", axes: ["x"], constants: ["x"])
    let x: Column<Double>
    let name: Column<Int>
    let count: Column<Int>
    let isOdd: Column<Bool>
    let verdict: Column<Verdict>
    let reason: Column<String>

    init(_ names: [String]?) {
      x = draft.real("x", as: .key, unit: "kpc", "an axis")
      name = draft.item("name", as: .key, of: names, "a name")
      count = draft.integer("count", "how many")
      isOdd = draft.flag("is_odd", "whether it is odd")
      verdict = draft.word("verdict", of: Verdict.self, called: { "the \($0)" }, "which one")
      reason = draft.word("reason", among: ["late", "early"], "why")
    }
  }

  @Test func makesItsSchemaFromTheDeclarations() {
    #expect(
      Columns(nil).draft.schema
        == TableSchema(
          "made", axes: ["x"], keys: ["x", "name"], constants: ["x"],
          columns: [
            ColumnSchema("x", unit: "kpc", "an axis"), ColumnSchema("name", .word(nil), "a name"),
            ColumnSchema("count", .integer, "how many"),
            ColumnSchema("is_odd", .flag, "whether it is odd"),
            ColumnSchema("verdict", .word(["the first", "the second"]), "which one"),
            ColumnSchema("reason", .word(["late", "early"]), "why"),
          ]))
  }

  @Test func writesRowsThroughTheColumns() {
    let columns = Columns(["A", "B"])
    var draft = columns.draft
    draft.row {
      $0[columns.verdict] = .second
      $0[columns.x] = 0.5
      $0[columns.reason] = "early"
      $0[columns.name] = 1
      $0[columns.isOdd] = true
      $0[columns.count] = 7
    }
    // What is not said of a row is missing, whatever the row before had.
    draft.row {
      $0[columns.x] = 2
      $0[columns.count] = nil
    }
    #expect(draft.table.schema == columns.draft.schema)
    #expect(draft.table.lines == ["0.5 B 7 true the second early", "2.0 - - - - -"])
  }

  @Test func isFilledByColumnsInAnyOrder() {
    var draft = TableDraft("made")
    let one = draft.integer("one", as: .key, "")
    let block = draft.block([ColumnSchema("two", ""), ColumnSchema("three", .flag, "")])
    draft.fill(block, with: [[1.5, 2.5], [0, 1]])
    draft.fill(one, with: [1, 2])
    #expect(draft.table.lines == ["1 1.5 false", "2 2.5 true"])
  }

  @Test func copiesColumnsByTheirNames() {
    let source = SmallTables.fits
    var draft = TableDraft("made")
    let copied = draft.block([source.schema["good"], source.schema["galaxy"]].compactMap(\.self))
    let values = copied.values(in: source)
    for row in 0..<source.rowCount { draft.row { $0.set(copied, to: values, at: row) } }
    #expect(draft.table.texts("galaxy") == source.texts("galaxy"))
    #expect(draft.table["good"] == source["good"])
  }

  @Test func holdsNoInfinity() {
    var draft = TableDraft("made")
    let (one, two) = (draft.real("one", as: .key, ""), draft.real("two", ""))
    var filled = draft
    draft.row {
      $0[one] = 1
      $0[two] = .infinity
    }
    draft.row { $0[one] = -.infinity }
    #expect(draft.table.lines == ["1.0 -", "- -"])
    filled.fill(one, with: [1, .nan, -.infinity])
    filled.fill(two, with: [.infinity, 2, 3])
    #expect(filled.table.lines == ["1.0 -", "- 2.0", "- 3.0"])
  }

  @Test func isEmptyWithoutRows() {
    #expect(Columns(["A"]).draft.table.rowCount == 0)
  }

  @Test func tellsWordsAsCases() {
    let columns = Columns(["A", "B"])
    var draft = TableDraft("made")
    let verdict = draft.word("verdict", of: Verdict.self, "")
    for one in [Verdict.second, .first] { draft.row { $0[verdict] = one } }
    draft.row { _ in }
    #expect(draft.table.words("verdict", as: Verdict.self) == [.second, .first, nil])
    #expect(draft.table.items("verdict") == [1, 0, nil])
    #expect(draft.table.rows(where: "verdict", is: "second") == [0])
    #expect(draft.table.rows(where: "verdict", is: "third") == [])
    #expect(columns.draft.table.words("nothing", as: Verdict.self) == [])
  }
}
