import Exports
import Tables
import TestKit
import Testing

@Suite("VOTable", .limited)
struct VOTableFormatTests {
  private func text(_ table: Table) throws -> String {
    String(
      decoding: try ExportFormatTests.Case(format: "votable", table: table).bytes(),
      as: UTF8.self)
  }

  private static func plain(_ text: some StringProtocol) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(String(text)) {
      $0.replacing($1.0, with: $1.1)
    }
  }

  @Test(arguments: AwkwardTables.all) func readsBackEqual(named: AwkwardTables.Named) throws {
    let table = named.table
    let text = try text(table)
    let body = try #require(
      text.split(separator: "<TABLEDATA>\n").last?.split(separator: "</TABLEDATA>").first)
    let rows = body.split(separator: "\n").filter { $0.hasPrefix("<TR>") }
    try #require(rows.count == table.rowCount)
    for (row, line) in rows.enumerated() {
      let inner = line.dropFirst("<TR><TD>".count).dropLast("</TD></TR>".count)
      let cells = "\u{0}\(inner)\u{0}".replacing("</TD><TD>", with: "\u{0}\u{0}")
        .split(separator: "\u{0}", omittingEmptySubsequences: false)
      let found = stride(from: 1, to: cells.count, by: 2).map { Self.plain(cells[$0]) }
      let isEqual = table.schema.columns.indices.allSatisfy { index in
        let value = Expected.value(table, row, index, yes: "true", no: "false")
        guard let value else { return found[index].isEmpty }
        guard case .word = table.schema.columns[index].kind else { return found[index] == value }
        // What stands beyond ASCII stays here; what is a control character does not.
        return Expected.escaped(found[index]) == Expected.escaped(value)
      }
      guard isEqual else {
        Issue.record("row \(row + 1): \(line)")
        return
      }
    }
  }

  @Test func spellsUnitsAsVOUnitsDoes() throws {
    let text = try text(AwkwardTables.missing)
    #expect(text.contains("name=\"speed\" datatype=\"double\" unit=\"km.s**-1\">"))
    #expect(text.contains("name=\"mass\" datatype=\"double\" unit=\"10**9solMass\">"))
    #expect(text.contains("name=\"points\" datatype=\"long\">"))
  }

  @Test func hasCharactersOfTwoBytesWhereAWordNeedsThem() throws {
    #expect(try text(AwkwardTables.unicode).contains("datatype=\"unicodeChar\" arraysize=\"*\""))
    #expect(try !text(AwkwardTables.flags).contains("unicodeChar"))
  }
}
