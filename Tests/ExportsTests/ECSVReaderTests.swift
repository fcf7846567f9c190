import Exports
import Tables
import TestKit
import Testing

@Suite("ECSV reader", .limited)
struct ECSVReaderTests {
  private let schema = TableSchema(
    "two", axes: [], keys: ["galaxy"],
    columns: [ColumnSchema("galaxy", .word(nil), "name"), ColumnSchema("n", .integer, "a number")])

  private func read(_ text: String) throws(ECSVReader.Mismatch) -> Table {
    try ECSVReader.table(Array(text.utf8), schema)
  }

  /// Writes a table, reads it again and compares every bit.
  private func survives(_ table: Table) throws -> Bool {
    let copy = try ECSVReader.table(ECSVWriter.bytes(of: table), table.schema)
    func bits(_ table: Table) -> [[UInt64]] {
      table.values.map { $0.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern } }
    }
    return copy.schema == table.schema && bits(copy) == bits(table)
  }

  @Test func readsWhatTheWriterWrote() throws {
    #expect(try survives(Samples.kinds))
    #expect(try survives(Samples.column(.real, [])))
    #expect(try survives(Samples.column(.flag, [0, 1, .nan])))
    #expect(try survives(Samples.column(.integer, [0, -1, 9_007_199_254_740_992, .nan])))
  }

  /// Wherever the bytes are cut, rows, words and mistakes are the same.
  @Test func readsInPartsAsInOne() throws {
    let text = "# a\n# b\ngalaxy,n\nA,1\n\"B \"\"b\"\"\",2\n\"C\nc\",3\n\"\",4\nA,5\n"
    for text in [text, String(text.dropLast())] {
      let (bytes, whole) = (Array(text.utf8), try read(text))
      for cut in bytes.indices {
        for next in [cut, min(cut + 3, bytes.count)] {
          var reader = ECSVReader(schema)
          let parts = [
            try reader.rows(Array(bytes[..<cut]), isLast: false),
            try reader.rows(Array(bytes[cut..<next]), isLast: false),
            try reader.rows(Array(bytes[next...]), isLast: true),
          ]
          #expect(parts.last?.schema == whole.schema)
          let rows = parts.flatMap { part in
            (0..<part.rowCount).map {
              part.text(row: $0, column: 0) + part.text(row: $0, column: 1)
            }
          }
          #expect(
            rows
              == (0..<whole.rowCount).map {
                whole.text(row: $0, column: 0) + whole.text(row: $0, column: 1)
              })
        }
      }
    }
  }

  @Test func namesTheLineOfAMistakeInAnyPart() throws {
    let bytes = Array("# a\ngalaxy,n\n\"A\na\",1\nB,x\n".utf8)
    for cut in bytes.indices {
      var reader = ECSVReader(schema)
      let mistake = #expect(throws: ECSVReader.Mismatch.self) {
        _ = try reader.rows(Array(bytes[..<cut]), isLast: false)
        _ = try reader.rows(Array(bytes[cut...]), isLast: true)
      }
      #expect(mistake?.line == 5)
    }
  }

  @Test func keepsEveryBitOfADouble() throws {
    let values: [Double] = [
      0.1 + 0.2, -0.0, 0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude,
      .leastNormalMagnitude.nextDown,
      1e308, .greatestFiniteMagnitude, .infinity, -.infinity, .nan, .pi, 1 / 3, 1e22, 1e23,
      9_007_199_254_740_994, 0.1.nextUp, 1e-5, 123_456_789_012_345_680,
    ]
    #expect(try survives(Samples.column(.real, values)))
  }

  @Test func keepsEveryBitOfDrawnDoubles() throws {
    var generator = SeededGenerator(seed: 2)
    let values = (0..<20_000).map { _ in Double(bitPattern: generator.next()) }
      .map { $0.isNaN ? .nan : $0 }
    #expect(try survives(Samples.column(.real, values)))
  }

  @Test func readsDecimalsToTheNearestDouble() throws {
    var generator = SeededGenerator(seed: 3)
    let texts = (0..<20_000).map { index in
      let digits = String(generator.next() >> (generator.next() % 60))
      let split = digits.index(
        digits.startIndex, offsetBy: Int(generator.next() % UInt64(digits.count)))
      let whole = split == digits.startIndex ? "0" : String(digits[..<split])
      let exponent = index % 3 == 0 ? "e\(Int(generator.next() % 60) - 30)" : ""
      return "\(index % 2 == 0 ? "-" : "")\(whole).\(digits[split...])\(exponent)"
    }
    let schema = TableSchema("one", axes: [], keys: [], columns: [ColumnSchema("v", "a number")])
    let table = try ECSVReader.table(
      Array("v\n\(texts.joined(separator: "\n"))\n".utf8), schema)
    let wrong = zip(texts, table.values[0]).filter { Double($0)?.bitPattern != $1.bitPattern }
    #expect(wrong.map(\.0) == [])
    #expect(table.rowCount == texts.count)
  }

  @Test(arguments: ["1.", ".5", "1e", "e5", "-", "1e+5", "0x10", "1_0", " 1", "--1", "1.5.2"])
  func judgesOddNumbersLikeTheStandardLibrary(text: String) {
    let schema = TableSchema("one", axes: [], keys: [], columns: [ColumnSchema("v", "a number")])
    let table = try? ECSVReader.table(Array("v\n\(text)\n".utf8), schema)
    #expect(table?.values[0].first == Double(text))
  }

  @Test func keepsWords() throws {
    let codes = Samples.words.indices.map(Double.init)
    #expect(try survives(Samples.column(.word(Samples.words), codes + [.nan])))
  }

  @Test func learnsWordsItDoesNotKnow() throws {
    let table = try read("galaxy,n\nB,1\nA,2\nB,3\n")
    #expect(table.schema["galaxy"]?.vocabulary == ["B", "A"])
    #expect(table.values == [[0, 1, 0], [1, 2, 3]])
  }

  @Test func readsALastLineWithoutItsEnd() throws {
    #expect(try read("galaxy,n\nA,1").rowCount == 1)
  }

  @Test(arguments: [
    ("# %ECSV 1.0\nname,n\nA,1\n", 2, "the columns are not those of 'two'"),
    ("n,galaxy\n1,A\n", 1, "the columns are not those of 'two'"),
    ("galaxy\nA\n", 1, "the columns are not those of 'two'"),
    ("", 1, "the columns are not those of 'two'"),
    ("# a\n# b\ngalaxy,n\nA,1\nB\n", 5, "1 field where there should be 2"),
    ("galaxy,n\nA,1\n\n", 3, "1 field where there should be 2"),
    ("galaxy,n\nA,1,2\n", 2, "3 fields where there should be 2"),
    ("galaxy,n\nA,1\nB,many\n", 3, "'many' does not fit column 'n'"),
    ("galaxy,n\nA,1.5\n", 2, "'1.5' does not fit column 'n'"),
    ("galaxy,n\nA,9223372036854775807\n", 2, "'9223372036854775807' does not fit column 'n'"),
    ("galaxy,n\nA,1\r\n", 2, "'1\r' does not fit column 'n'"),
    ("galaxy,n\n\"A\nA\",1\nB,x\n", 4, "'x' does not fit column 'n'"),
    ("galaxy,n\n\"A\"x1\n", 2, "1 field where there should be 2"),
  ])
  func refusesWhatDoesNotFit(text: String, line: Int, message: String) throws {
    let mismatch = try #require(throws: ECSVReader.Mismatch.self) { try read(text) }
    #expect(mismatch.line == line)
    #expect(mismatch.message == message)
  }

  @Test func refusesTextForANumberAndForAFlag() {
    for kind in [ColumnSchema.Kind.real, .flag] {
      let table = Samples.column(kind, [])
      let bytes = ECSVWriter.header(of: table.schema) + Array("yes\n".utf8)
      #expect(throws: ECSVReader.Mismatch.self) { try ECSVReader.table(bytes, table.schema) }
    }
  }
}
