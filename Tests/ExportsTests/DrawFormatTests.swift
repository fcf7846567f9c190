import Support
import Tables
import TestKit
import Testing

@testable import Exports

@Suite("Draws as chains and arrays", .limited)
struct DrawFormatTests {
  private static func files(
    _ format: any FolderFormat.Type, _ table: Table,
    _ ranges: [String: [String: ClosedRange<Double>]] = [:]
  ) throws -> [String: [UInt8]] {
    let options = ExportOptions(source: "run", digits: nil, style: .deluxetable, ranges: ranges)
    var files: [String: [UInt8]] = [:]
    try format.write([ExportedTable(table)], options) { path, bytes in
      #expect(files.updateValue(bytes, forKey: path) == nil)
    }
    return files
  }

  private static func text(_ bytes: [UInt8]?) -> String? {
    bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func areAChainForEachUnit() throws {
    let table = DrawSamples.table(weighted: true)
    let files = try Self.files(GetDistFormat.self, table, ["nfw": ["v200": 10...500]])
    // Three units in the last cell, four in the first, three files each.
    #expect(files.count == 3 * 7)
    let name = "NGC_1_nfw_upsilon_disk=0p4"
    #expect(
      Self.text(files["\(name).txt"])
        == "1.0 1.0 1.0 \(1.0 / 7)\n0.5 2.0 2.0 \(2.0 / 7)\n\(1.0 / 3) 3.0 3.0 \(3.0 / 7)\n")
    #expect(
      Self.text(files["\(name).paramnames"])
        == "v200 \\mathrm{v200}\\,[\\mathrm{km\\,/\\,s}]\nc200 \\mathrm{c200}\n")
    #expect(Self.text(files["\(name).ranges"]) == "v200 10.0 500.0\nc200 N N\n")
    #expect(
      Self.text(files["A_Bp2_linear_upsilon_disk=0p4.ranges"]) == "v200 N N\n")
  }

  @Test func weighTheSameWhereNoWeightIsGiven() throws {
    let files = try Self.files(GetDistFormat.self, DrawSamples.table())
    let text = try #require(Self.text(files["NGC_1_linear_upsilon_disk=0p5.txt"]))
    #expect(text == "1.0 111.0 111.0\n1.0 112.0 112.0\n1.0 113.0 113.0\n")
  }

  @Test func areRefusedWhereAChainWouldHaveAHole() throws {
    let table = DrawSamples.table()
    var values = table.values
    values[6][1] = .nan
    let holed = Table(table.schema, values)
    let mistake = "row 2 of 'draws' lacks 'c200', and a chain has no missing number"
    #expect(try GetDistFormat.mistakes(in: [ExportedTable(holed)]) == [mistake])
    #expect(try GetDistFormat.mistakes(in: [ExportedTable(table)]) == [])
    let two = [table, DrawSamples.table(weighted: true)].map(ExportedTable.init)
    #expect(try GetDistFormat.mistakes(in: two).count == 1)
    #expect(!GetDistFormat.takes(table.schema.keeping(["v200", "ln_likelihood"])))
  }

  @Test func areArraysOverChainDrawAndWhatTellsUnitsApart() throws {
    let files = try Self.files(ZarrFormat.self, DrawSamples.table())
    let array = try #require(files["posterior/c200/.zarray"].flatMap { JSONParser.value(of: $0) })
    #expect(array["shape"] == [1, 3, 2, 2, 2])
    let notes = try #require(files["posterior/c200/.zattrs"].flatMap { JSONParser.value(of: $0) })
    #expect(
      notes["_ARRAY_DIMENSIONS"] == ["chain", "draw", "upsilon_disk", "galaxy", "model"])
    let bytes = try #require(files["posterior/v200/0.0.0.0.0"])
    let values = stride(from: 0, to: bytes.count, by: 8).map { start in
      Double(
        bitPattern: bytes[start..<(start + 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      )
    }
    #expect(values.count == 24)
    // Draw 2 of the second cell, galaxy 1, model 0; and the unit without draws.
    #expect(values[8 + 4 + 2] == 122)
    #expect(values[8 + 4 + 3].isNaN && values[7].isNaN && values[3] == 31)
    #expect(files["sample_stats/ln_likelihood/0.0.0.0.0"]?.count == 24 * 8)
    #expect(files["posterior/draw/0"] == [0, 1, 2].flatMap { [UInt8($0), 0, 0, 0, 0, 0, 0, 0] })
    let all = try #require(files[".zmetadata"].flatMap { JSONParser.value(of: $0) })
    #expect(all["metadata"]?["posterior/c200/.zarray"] == array)
  }

  /// A derived number may be called `chain`, and a step `posterior`.
  @Test func doNotTakeThePlaceOfOthers() throws {
    let table = DrawSamples.table()
    let columns = table.schema.columns.map { $0.name == "c200" ? $0.renamed("chain") : $0 }
    let schema = TableSchema(
      "draws", axes: table.schema.axes, keys: table.schema.keys, columns: columns)
    let files = try Self.files(ZarrFormat.self, Table(schema, table.values))
    #expect(files["posterior/chain/0"]?.count == 8)
    #expect(files["posterior/chain_2/0.0.0.0.0"]?.count == 24 * 8)
    let step = Table(schema.keeping(["v200"]).renamed("posterior"), [table.values[5]])
    #expect(ZarrFormat.mistakes(in: [table, step].map(ExportedTable.init)).count == 1)
    #expect(ZarrFormat.mistakes(in: [step].map(ExportedTable.init)) == [])
  }

  @Test func ofUnequalWeightAreATable() throws {
    let files = try Self.files(ZarrFormat.self, DrawSamples.table(weighted: true))
    #expect(files["draws_weighted/weight/0"]?.count == 21 * 8)
    #expect(files["posterior/.zgroup"] == nil)
  }
}
