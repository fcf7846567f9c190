import Datasets
import Galaxies
import Support
import TestKit
import Testing

@Suite("A machine-readable table", .limited)
struct MRTTableTests {
  private func table(columns: String, rows: String) throws -> MRTTable {
    let report = InputReport()
    let text = Fixtures.mrt(columns: columns, rows: rows)
    let mistakes = Mistakes(report)
    let table = MRTTable(SourceText(name: "table.mrt", text: text), mistakes)
    mistakes.finish()
    try report.check()
    return try #require(table)
  }

  private func texts(_ table: MRTTable) -> [[String]] {
    table.fields.rows.map { $0.map(\.text) }
  }

  private let sky = """
       1-  8 A8     ---     Name  A name
      10- 11 I2     h       RAh   Hour of
                                  right ascension
          13 A1     ---     DE-   Sign of the declination
      14- 15 I2     deg     DEd   [0/90]? Degree of declination
      17- 21 F5.2   mag     Vmag  ?=99.99 Magnitude
    """

  @Test func isReadByTheBytesOfItsHeader() throws {
    let table = try table(
      columns: sky, rows: "NGC  224 00 +41  3.44\nM 33     01 +30 99.99\nIC 10       -   10.40")
    #expect(
      texts(table) == [
        ["NGC  224", "00", "+", "41", "3.44"], ["M 33", "01", "+", "30", ""],
        ["IC 10", "", "-", "", "10.40"],
      ])
    #expect(table.note == nil && table.contradictions == 0)
  }

  @Test func knowsWhatItsHeaderDeclares() throws {
    let table = try table(columns: sky, rows: "NGC  224 00 +41  3.44")
    #expect(table.columns.map(\.label) == ["Name", "RAh", "DE-", "DEd", "Vmag"])
    #expect(table.columns.map(\.bytes) == [0..<8, 9..<11, 12..<13, 13..<15, 16..<21])
    #expect(table.columns.map(\.unit) == ["", "h", "", "deg", "mag"])
    #expect(table.columns.map(\.isText) == [true, false, true, false, false])
    #expect(table.columns[1].explanation == "Hour of right ascension")
    #expect(table.columns.map(\.missingMark) == [nil, nil, nil, nil, "99.99"])
  }

  /// Every row has as many words as there are columns, and the header is right all the same.
  @Test func isNotMisledByTheNumberOfWords() throws {
    let table = try table(columns: sky, rows: "NGC  224 00 +41  3.44\nNGC  598 01 +30  5.72")
    #expect(texts(table)[1] == ["NGC  598", "01", "+", "30", "5.72"])
    #expect(table.note == nil)
  }

  @Test func isSplitOnBlanksWhenNumbersContradictItsHeader() throws {
    let table = try table(
      columns: """
           1-  4 A4     ---     Name  A name
           5-  8 F4.1   kpc     R     A radius
           9- 12 F4.1   km/s    V     A speed
        """, rows: "  A   10.5 100.5\n  B   11.5  99.5")
    #expect(texts(table) == [["A", "10.5", "100.5"], ["B", "11.5", "99.5"]])
    #expect(table.contradictions == 2)
    #expect(
      table.note
        == "the declared byte columns contradict 2 of 2 rows (line 13: 'V' must be a number, not "
        + "'.5 1'), so rows are split on white space into 3 fields")
  }

  @Test func isSplitOnBlanksWhenABorderCutsTexts() throws {
    let table = try table(
      columns: """
           1-  4 A4     ---     Name  A name
           5- 12 A8     ---     Ref   A reference
        """, rows: "A Bm03\nBB dB01")
    #expect(texts(table) == [["A", "Bm03"], ["BB", "dB01"]])
    #expect(
      table.note
        == "the declared byte columns contradict 2 of 2 rows (line 12: 'Bm03' runs across a "
        + "border), so rows are split on white space into 2 fields")
  }

  @Test func mayHaveColumnsThatTouch() throws {
    let table = try table(
      columns: """
           1-  3 I3     ---     a     One
           4-  6 I3     ---     b     Two
        """, rows: "  1  2\n123456")
    #expect(texts(table) == [["1", "2"], ["123", "456"]])
    #expect(table.note == nil)
  }

  @Test func mayEndWithoutALineEnd() throws {
    let report = InputReport()
    let text = String(Fixtures.goodCurves.dropLast())
    let mistakes = Mistakes(report)
    _ = MRTTable(SourceText(name: "table.mrt", text: text), mistakes)
    mistakes.finish()
    try report.check()
  }
}
