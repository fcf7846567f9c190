import Exports
import Foundation
import Tables
import TestKit
import Testing

@Suite("Formats of exports", .limited)
struct ExportFormatTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let format: String
    let table: Table

    var testDescription: String { "\(format): \(table.name)" }

    /// The bytes of the file, with pieces put together; the files of a folder one after the other.
    func bytes(style: LaTeXStyle = .deluxetable, digits: Int? = nil) throws -> [UInt8] {
      try files(style: style, digits: digits).flatMap(\.bytes)
    }

    /// What is written: the files of a folder by their paths, or one file without.
    func files(
      style: LaTeXStyle = .deluxetable, digits: Int? = nil, dealt share: Int? = nil
    ) throws -> [(path: String, bytes: [UInt8])] {
      let format = try #require(ExportFormats.format(named: format))
      let options = ExportOptions(source: "run 'a & b', Υ\n1", digits: digits, style: style)
      let whole = ExportedTable(table)
      let table = try share.map { try DealtTable.table(self.table, $0) } ?? whole
      var files: [(path: String, bytes: [UInt8])] = []
      switch format.form {
      case .file(let format):
        var bytes: [UInt8] = []
        try format.write([table], options) { bytes += $0 }
        files = [("", bytes)]
      case .folder(let format):
        try format.write([table], options) { files.append(($0, $1)) }
      }
      return files
    }
  }

  static let cases = ExportFormats.all.flatMap { format in
    AwkwardTables.all.filter { format.takes($0.table.schema) }.map {
      Case(format: format.name, table: $0.table)
    }
  }

  @Test func haveNamesAndEndingsOfTheirOwn() {
    #expect(Set(ExportFormats.all.map { $0.name }).count == ExportFormats.all.count)
    #expect(Set(ExportFormats.all.map { $0.suffix }).count == ExportFormats.all.count)
    for format in ExportFormats.all {
      #expect(ExportFormats.format(named: format.name)?.name == format.name)
      #expect(!format.rules.isEmpty)
      #expect(format.rules.allSatisfy { $0.hasSuffix(".") }, "\(format.name)")
      #expect(!format.summary.hasSuffix("."))
    }
  }

  /// Writes all awkward tables and their ECSV, for the tools of others where a folder is named.
  @Test(arguments: cases) func takeAwkwardTables(one: Case) throws {
    let format = try #require(ExportFormats.format(named: one.format))
    #expect(try format.mistakes(in: [ExportedTable(one.table)]) == [])
    let bytes = try one.bytes()
    #expect(!bytes.isEmpty)
    if format.isText { #expect(String(validating: bytes, as: UTF8.self) != nil) }
    let paths = try one.files().map(\.path)
    #expect(Set(paths).count == paths.count)
    guard let folder = ProcessInfo.processInfo.environment["UPSILON_EXPORTS"] else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // Only these tools are to see very many rows: a debug build takes its time over them.
    let isMany = one.table.name == AwkwardTables.many(0).name
    let one = isMany ? Case(format: one.format, table: AwkwardTables.many(100_000)) : one
    let stem = "\(folder)/\(one.table.name)"
    for (path, bytes) in try one.files() {
      let place = URL(filePath: "\(stem).\(format.suffix)" + (path.isEmpty ? "" : "/\(path)"))
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: place)
    }
    try Data(ECSVWriter.bytes(of: one.table)).write(to: URL(filePath: "\(stem).ecsv"))
    for style in LaTeXStyle.allCases where one.format == "latex" {
      let text = try one.bytes(style: style)
      try Data(text).write(to: URL(filePath: "\(stem).\(style.rawValue).tex"))
    }
  }

  /// A large table is read part by part, as often as a format likes, and makes the same file.
  @Test(arguments: cases, [1, 7]) func takeTablesPartByPart(one: Case, share: Int) throws {
    let (whole, parts) = (try one.files(digits: 5), try one.files(digits: 5, dealt: share))
    #expect(parts.map(\.path) == whole.map(\.path))
    #expect(parts.map(\.bytes) == whole.map(\.bytes))
  }

  /// Tables with what a format would make one are refused, with the row.
  @Test(arguments: ["fits", "mrt", "votable"])
  func refuseWordsThatTheyCannotTellApart(name: String) throws {
    let format = try #require(ExportFormats.format(named: name))
    let table = Samples.column(.word(["a\n", "a\\u000a"]), [0, 0, 1])
    for dealt in [ExportedTable(table), try DealtTable.table(table, 1)] {
      let mistakes = try format.mistakes(in: [dealt])
      #expect(mistakes.count == 1)
      #expect(mistakes.first?.hasPrefix("row 3 of 'one'") == true, "\(mistakes)")
    }
  }

  @Test func refuseWhatADatabaseCannotHold() throws {
    let format = try #require(ExportFormats.format(named: "sqlite"))
    let names = TableSchema(
      "Omega_Fits", axes: [], keys: [],
      columns: [ColumnSchema("a", "one"), ColumnSchema("A", "other")])
    #expect(try format.mistakes(in: [ExportedTable(Table(names, [[], []]))]).count == 2)
  }

  @Test func refuseMoreColumnsThanATableOfFITSHas() throws {
    let format = try #require(ExportFormats.format(named: "fits"))
    let columns = (0..<1000).map { ColumnSchema("c\($0)", "a value") }
    let wide = Table(
      TableSchema("wide", axes: [], keys: [], columns: columns), columns.map { _ in [] })
    #expect(try format.mistakes(in: [ExportedTable(wide)]).count == 1)
  }

  @Test func roundWhereDigitsAreGiven() throws {
    let table = Samples.column(.real, [123_456.7, -0.000_123_456, 0, .nan, 9.9996, 0.15])
    let text = String(
      decoding: try Case(format: "csv", table: table).bytes(digits: 4), as: UTF8.self)
    #expect(text == "x\r\n123500.0\r\n-0.0001235\r\n0.0\r\n\r\n10.0\r\n0.15\r\n")
  }
}
