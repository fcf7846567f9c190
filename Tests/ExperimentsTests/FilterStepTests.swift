import Tables
import Testing

@Suite("A filter")
struct FilterStepTests {
  @Test func keepsRowsInTheirOrder() throws {
    let made = try Reading.table(
      #""filter": "scan", "where": "score >= 4 and n != 12""#, from: [SmallTables.scan])
    #expect(made.lines == ["0.4 4.0 11", "1.0 5.0 13"])
    #expect(made.name == "made")
    #expect(made.schema.columns == SmallTables.scan.schema.columns)
    #expect(made.schema.axes == ["upsilon_disk"])
  }

  @Test func mayKeepNothing() throws {
    let made = try Reading.table(#""filter": "scan", "where": "n < 0""#, from: [SmallTables.scan])
    #expect(made.rowCount == 0)
    #expect(made.schema.columns.count == 3)
  }

  @Test func mayAskTheCatalogue() throws {
    let made = try Reading.table(
      #""filter": "fits", "where": "v_flat > 60 and model == 'two'""#,
      from: [SmallTables.fits, SmallTables.catalogue])
    #expect(made["bic"] == [13, 1])
  }
}
