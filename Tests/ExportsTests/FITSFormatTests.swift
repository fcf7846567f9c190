import Exports
import Tables
import TestKit
import Testing

@Suite("FITS", .limited)
struct FITSFormatTests {
  private static let block = 2880

  /// One unit of a file: the values of its keywords, and its data.
  private struct Unit {
    var cards: [String: String] = [:]
    var data: ArraySlice<UInt8> = []
    /// The sum of all its words in ones' complement.
    var sum: UInt32 = 0
    var dataSum: UInt32 = 0

    func number(_ key: String) -> Int? { cards[key].flatMap { Int($0) } }
  }

  private static func sum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var sum: UInt64 = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let word = bytes[index..<index + 4].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      sum += word
      if sum >> 32 != 0 { sum = (sum & 0xffff_ffff) + 1 }
      index += 4
    }
    return UInt32(sum)
  }

  private static func units(_ bytes: [UInt8]) throws -> [Unit] {
    var (units, index) = ([Unit](), 0)
    while index < bytes.count {
      var unit = Unit()
      let start = index
      while true {
        try #require(index + 80 <= bytes.count)
        let card = String(decoding: bytes[index..<index + 80], as: UTF8.self)
        #expect(card.utf8.allSatisfy { 0x20...0x7e ~= $0 })
        index += 80
        let key = card.prefix(8).filter { $0 != " " }
        if key == "END" { break }
        guard card.dropFirst(8).hasPrefix("= ") else { continue }
        let value = card.dropFirst(10)
        if value.hasPrefix("'") {
          let text = value.dropFirst().replacing("''", with: "\u{0}").prefix { $0 != "'" }
          let trimmed = String(text.reversed().drop { $0 == " " }.reversed())
          unit.cards[key] = trimmed.replacing("\u{0}", with: "'")
        } else {
          unit.cards[key] = value.prefix { $0 != "/" }.filter { $0 != " " }
        }
      }
      index = (index + block - 1) / block * block
      let head = index
      let size = (unit.number("NAXIS1") ?? 0) * (unit.number("NAXIS2") ?? 0)
      index += (size + block - 1) / block * block
      try #require(index <= bytes.count)
      unit.data = bytes[head..<head + size]
      unit.sum = sum(bytes[start..<index])
      unit.dataSum = sum(bytes[head..<index])
      units.append(unit)
    }
    return units
  }

  /// The values of a column; `nil` for what its rule calls missing.
  private static func values(_ unit: Unit, _ column: Int, at offset: Int) throws -> [String?] {
    let format = try #require(unit.cards["TFORM\(column)"])
    let (width, rows) = (try #require(unit.number("NAXIS1")), try #require(unit.number("NAXIS2")))
    return (0..<rows).map { row in
      let start = unit.data.startIndex + row * width + offset
      func bits() -> UInt64 { unit.data[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) } }
      switch format {
      case "1D":
        let value = Double(bitPattern: bits())
        return value.isNaN ? nil : "\(value)"
      case "1K":
        let text = "\(Int64(bitPattern: bits()))"
        return text == unit.cards["TNULL\(column)"] ? nil : text
      case "1L": return unit.data[start] == UInt8(ascii: "T") ? "1" : "0"
      case "1B":
        let text = "\(unit.data[start])"
        return text == unit.cards["TNULL\(column)"] ? nil : text
      default:
        let length = Int(format.dropLast()) ?? 0
        let word = unit.data[start..<start + length].prefix { $0 != 0 }
        return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
      }
    }
  }

  @Test(arguments: AwkwardTables.all) func readsBackEqual(named: AwkwardTables.Named) throws {
    let table = named.table
    let units = try Self.units(
      try ExportFormatTests.Case(format: "fits", table: table).bytes())
    try #require(units.count == 2)
    let unit = units[1]
    #expect(unit.cards["EXTNAME"] == table.name)
    var offset = 0
    for (index, column) in table.schema.columns.enumerated() {
      let values = try Self.values(unit, index + 1, at: offset)
      let expected = (0..<table.rowCount).map { row in
        let value = Expected.value(table, row, index, yes: "1", no: "0")
        if case .word = column.kind { return value.map(Expected.escaped) }
        return value
      }
      #expect(values == expected, "\(column.name)")
      let format = try #require(unit.cards["TFORM\(index + 1)"])
      offset +=
        format.hasSuffix("A")
        ? Int(format.dropLast()) ?? 0 : "LB".contains(format.suffix(1)) ? 1 : 8
    }
    #expect(offset == unit.number("NAXIS1"))
  }

  @Test(arguments: AwkwardTables.all) func hasSumsThatComeOut(named: AwkwardTables.Named) throws {
    let table = named.table
    let bytes = try ExportFormatTests.Case(format: "fits", table: table).bytes()
    #expect(bytes.count % Self.block == 0)
    for unit in try Self.units(bytes) {
      #expect(unit.sum == 0xffff_ffff)
      #expect(unit.cards["DATASUM"] == "\(unit.dataSum)")
      #expect(unit.cards["CHECKSUM"]?.utf8.count == 16)
    }
  }

  @Test func hasUnitsAsTheStandardSpellsThem() throws {
    let table = AwkwardTables.missing
    let bytes = try ExportFormatTests.Case(format: "fits", table: table).bytes()
    let cards = try Self.units(bytes)[1].cards
    #expect(cards["TUNIT2"] == "km s-1")
    #expect(cards["TUNIT4"] == "km kpc-1 s-1")
    #expect(cards["TUNIT5"] == "10**9 solMass")
  }

  @Test func tellsNamesApartThatDifferInCase() throws {
    let columns = ["größe", "größE", "Υ_disk", "a b"].map { ColumnSchema($0, "a value") }
    let table = Table(
      TableSchema("names", axes: [], keys: [], columns: columns), [[], [], [], []])
    let bytes = try ExportFormatTests.Case(format: "fits", table: table).bytes()
    let cards = try Self.units(bytes)[1].cards
    let names = (1...4).map { cards["TTYPE\($0)"] }
    #expect(names == ["gru00f6u00dfe", "gru00f6u00dfE_2", "u03a5_disk", "a_b"])
  }
}
