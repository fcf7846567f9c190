import Exports
import Support
import Tables
import TestKit
import Testing

@Suite("ECSV writer", .limited)
struct ECSVWriterTests {
  private func text(_ table: Table) -> String {
    String(decoding: ECSVWriter.bytes(of: table), as: UTF8.self)
  }

  /// The rows of a table as text, without its header.
  private func rows(_ table: Table) -> String {
    String(decoding: ECSVWriter.rows(of: table, 0..<table.rowCount), as: UTF8.self)
  }

  @Test func writesNamesUnitsKindsAndKeys() {
    #expect(Golden("kinds.ecsv").difference(from: text(Samples.kinds)) == nil)
  }

  @Test func hasAHeaderOfCommentsAndARowOfNames() {
    let lines = text(Samples.kinds).split(separator: "\n")
    #expect(lines[0] == "# %ECSV 1.0")
    #expect(lines.filter { $0.hasPrefix("#") }.count == 10)
    #expect(lines[10] == "upsilon_disk,galaxy,v_flat,points,v_obs_below_v_bary")
    #expect(lines.count == 13)
  }

  @Test func saysWhatTheTableIsMadeOf() {
    let header = ECSVWriter.header(
      of: Samples.kinds.schema, meta: [.init("citation", "Doe: 2020, #1"), .init("engine", 2)])
    let meta = String(decoding: header, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("# meta:") }
    #expect(meta?.hasSuffix(#"], citation: "Doe: 2020, #1", engine: 2}"#) == true)
  }

  @Test func writesMissingValuesAsEmptyQuotes() {
    #expect(rows(Samples.column(.real, [.nan, 1])) == "\"\"\n1.0\n")
    #expect(rows(Samples.column(.integer, [.nan, 1])) == "\"\"\n1\n")
    #expect(rows(Samples.column(.flag, [.nan, 1])) == "\"\"\nTrue\n")
    #expect(rows(Samples.column(.word(["a"]), [.nan, 0])) == "\"\"\na\n")
  }

  @Test func writesFlagsAsPythonDoes() {
    #expect(rows(Samples.column(.flag, [0, 1])) == "False\nTrue\n")
  }

  @Test func writesIntegersWithoutAPoint() {
    let values = [0, -7, 1e6, 9_007_199_254_740_991]
    #expect(rows(Samples.column(.integer, values)) == "0\n-7\n1000000\n9007199254740991\n")
  }

  @Test func writesTheFewestDigitsThatReadBack() {
    let values = [0.1 + 0.2, -0.0, 1e308, .leastNonzeroMagnitude, 1e-7, .infinity, -.infinity]
    #expect(
      rows(Samples.column(.real, values))
        == "0.30000000000000004\n-0.0\n1e+308\n5e-324\n1e-07\ninf\n-inf\n")
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("#1", "\"#1\""),
    ("two words", "\"two words\""), ("a\nb", "\"a\nb\""), ("plain-word_1.5", "plain-word_1.5"),
  ])
  func quotesWordsThatNeedIt(word: String, field: String) {
    #expect(rows(Samples.column(.word([word]), [0])) == field + "\n")
  }

  @Test func writesPartsThatMakeUpTheWhole() {
    let table = Samples.column(.real, (0..<100).map { Double($0) / 7 })
    let parts =
      ECSVWriter.header(of: table.schema) + ECSVWriter.rows(of: table, 0..<33)
      + ECSVWriter.rows(of: table, 33..<100)
    #expect(parts == ECSVWriter.bytes(of: table))
  }

  @Test func writesAHeaderForATableWithoutRows() {
    let lines = text(Samples.column(.real, [])).split(separator: "\n")
    #expect(lines.last == "x")
  }
}
