import Tables
import Testing

@Suite("A derivation")
struct DeriveStepTests {
  @Test func addsColumnsThatMayUseThoseBefore() throws {
    let made = try Reading.table(
      #""derive": "scan", "columns": {"twice": "score * 2", "sum": {"expression": "twice + n", "unit": "kpc"}}"#,
      from: [SmallTables.scan])
    #expect(made.header == "upsilon_disk score n twice sum")
    #expect(made.schema.axes == ["upsilon_disk"])
    #expect(made.schema.keys == ["upsilon_disk"])
    #expect(
      made.lines == [
        "0.2 1.0 10 2.0 12.0", "0.4 4.0 11 8.0 19.0", "0.6 5.0 12 10.0 22.0",
        "1.0 5.0 13 10.0 23.0",
        "1.2 - 14 - -",
      ])
    #expect(made.schema["sum"]?.unit == "kpc")
    #expect(made.schema["sum"]?.summary == "twice + n")
    #expect(made.schema["twice"]?.unit == "")
  }

  @Test func addsConditionsAndWords() throws {
    let made = try Reading.table(
      #"""
      "derive": "scan",
        "columns": {"high": "score > 4", "word": "if(n < 12, 'few', 'many')", "known": "not missing(score)"}
      """#, from: [SmallTables.scan])
    #expect(
      made.lines == [
        "0.2 1.0 10 false few true", "0.4 4.0 11 false few true", "0.6 5.0 12 true many true",
        "1.0 5.0 13 true many true", "1.2 - 14 false many false",
      ])
    #expect(made.schema["high"]?.kind == .flag)
    #expect(made.schema["word"]?.kind == .word(["few", "many"]))
  }

  @Test func looksIntoOtherTables() throws {
    let made = try Reading.table(
      #""derive": "fits", "columns": {"ratio": "bic / v_flat", "of": "galaxies.class"}"#,
      from: [SmallTables.fits, SmallTables.catalogue])
    #expect(made["ratio"]?.prefix(4) == [0.1, 0.13, 0.4, 0.22])
    let column = try #require(made.schema.index(of: "of"))
    #expect([0, 2, 4].map { made.text(row: $0, column: column) } == ["late", "early", ""])
  }
}
