import Exports
import Tables
import TestKit
import Testing

@Suite("CSV", .limited)
struct CSVFormatTests {
  /// The records of a text as RFC 4180 has them: `nil` for an empty field without quotes.
  static func records(_ bytes: [UInt8]) -> [[String?]] {
    var (records, record, field) = ([[String?]](), [String?](), [UInt8]())
    var (isQuoted, hadQuotes, index) = (false, false, 0)
    func text() -> String? {
      field.isEmpty && !hadQuotes ? nil : String(decoding: field, as: UTF8.self)
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if index < bytes.count, bytes[index] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\"") {
        (isQuoted, hadQuotes) = (true, true)
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\r") {
        record.append(text())
        (field, hadQuotes) = ([], false)
        if byte == UInt8(ascii: "\r") {
          records.append(record)
          record = []
          index += 1
        }
      } else {
        field.append(byte)
      }
    }
    return records
  }

  @Test(arguments: AwkwardTables.all) func readsBackEqual(named: AwkwardTables.Named) throws {
    let table = named.table
    let bytes = try ExportFormatTests.Case(format: "csv", table: table).bytes()
    let records = Self.records(bytes)
    #expect(records.first == table.schema.columns.map(\.name))
    let expected = (0..<table.rowCount).map { row in
      table.schema.columns.indices.map { Expected.value(table, row, $0, yes: "True", no: "False") }
    }
    #expect(Array(records.dropFirst()) == expected)
  }
}
