import Exports
import Tables
import TestKit
import Testing

@Suite("Machine-readable tables", .limited)
struct MRTFormatTests {
  private struct Field {
    let bytes: ClosedRange<Int>
    let format: String
    let unit: String
    let name: String
    let meaning: String
  }

  private static func parts(_ text: String) throws -> (fields: [Field], rows: [Substring]) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rules = lines.indices.filter { lines[$0].hasPrefix("----") }
    try #require(rules.count == 4)
    let fields = try lines[rules[1] + 1..<rules[2]].map { line -> Field in
      let words = line.split(separator: " ", maxSplits: 4)
      let ends = words[0].split(separator: "-").compactMap { Int($0) }
      let (first, last) = (try #require(ends.first), try #require(ends.last))
      return Field(
        bytes: first...last, format: String(words[1]), unit: String(words[2]),
        name: String(words[3]), meaning: String(words[4].drop { $0 == " " }))
    }
    return (fields, Array(lines[(rules[3] + 1)...].dropLast()))
  }

  @Test(arguments: AwkwardTables.all) func holdsEveryValueInItsBytes(named: AwkwardTables.Named)
    throws
  {
    let table = named.table
    let bytes = try ExportFormatTests.Case(format: "mrt", table: table).bytes()
    #expect(bytes.allSatisfy { $0 == 0x0a || 0x20...0x7e ~= $0 })
    let (fields, rows) = try Self.parts(String(decoding: bytes, as: UTF8.self))
    try #require(fields.count == table.schema.columns.count)
    try #require(rows.count == table.rowCount)
    let width = try #require(fields.last).bytes.upperBound
    #expect(rows.allSatisfy { $0.utf8.count == width })
    let lines = rows.map { Array($0.utf8) }
    for (index, field) in fields.enumerated() {
      let column = table.schema.columns[index]
      let found = lines.map { line -> String? in
        let part = line[field.bytes.lowerBound - 1...field.bytes.upperBound - 1]
        let text = part.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()
        guard !text.isEmpty else { return nil }
        let word = String(decoding: Array(text), as: UTF8.self)
        return column.kind == .real ? Double(word).map { "\($0)" } ?? "no number: \(word)" : word
      }
      let expected = (0..<table.rowCount).map { row in
        let value = Expected.value(table, row, index, yes: "1", no: "0")
        if case .word = column.kind { return value.map(Expected.escaped) }
        return value
      }
      #expect(found == expected, "\(column.name)")
      #expect(field.meaning.hasPrefix("? ") == expected.contains { $0 == nil }, "\(column.name)")
      if index > 0 { #expect(fields[index - 1].bytes.upperBound + 2 == field.bytes.lowerBound) }
    }
  }

  @Test func spellsUnitsAsTheCDSDoes() throws {
    let bytes = try ExportFormatTests.Case(format: "mrt", table: AwkwardTables.missing).bytes()
    let fields = try Self.parts(String(decoding: bytes, as: UTF8.self)).fields
    #expect(
      fields.map(\.unit)
        == ["---", "km/s", "km/s", "km/kpc/s", "10+9solMass", "---", "---", "---"])
    #expect(fields.map(\.format).first == "A1")
  }
}
