import Exports
import Support
import Tables
import TestKit
import Testing

@Suite("JSON tables", .limited)
struct JSONFormatTests {
  private static func value(_ table: Table, _ row: Int, _ index: Int) -> JSONValue {
    let value = table.values[index][row]
    guard value.isFinite else { return .null }
    return switch table.schema.columns[index].kind {
    case .real, .integer: .number(value)
    case .flag: .bool(value == 1)
    case .word: .string(table.text(row: row, column: index))
    }
  }

  @Test(arguments: AwkwardTables.all) func readsBackEqual(named: AwkwardTables.Named) throws {
    let table = named.table
    let bytes = try ExportFormatTests.Case(format: "json", table: table).bytes()
    let value = try #require(JSONParser.value(of: bytes))
    let read = try #require(value["tables"].asList.flatMap(\.elements).first)
    #expect(read["name"] == .string(table.name))
    #expect(read["columns"]?.elements.count == table.schema.columns.count)
    let rows = try #require(read["rows"]?.elements)
    try #require(rows.count == table.rowCount)
    let names = table.schema.columns.map(\.name)
    let unequal = rows.indices.filter { row in
      names.indices.contains { rows[row][names[$0]] != Self.value(table, row, $0) }
    }
    #expect(unequal == [])
  }
}
