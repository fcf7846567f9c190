import Exports
import Tables
import TestKit
import Testing

@Suite("LaTeX", .limited)
struct LaTeXFormatTests {
  private func text(
    _ table: Table, _ style: LaTeXStyle = .booktabs, digits: Int? = nil
  ) throws -> String {
    let one = ExportFormatTests.Case(format: "latex", table: table)
    return String(decoding: try one.bytes(style: style, digits: digits), as: UTF8.self)
  }

  private func cells(_ columns: [(String, [Double])], digits: Int? = nil) throws -> [String] {
    let schema = TableSchema(
      "t", axes: [], keys: [], columns: columns.map { ColumnSchema($0.0, "a value") })
    let lines = try text(Table(schema, columns.map(\.1)), digits: digits).split(separator: "\n")
    let rows = lines.drop { $0 != "\\midrule" }.dropFirst().prefix { $0 != "\\bottomrule" }
    return rows.map { String($0.dropLast(3)) }
  }

  @Test func roundsToTwoDigitsOfTheError() throws {
    let columns = [
      ("v", [4.9187, -12.346, 0.5, 123_456_789, 3, 1, 1e-7, 250.4]),
      ("e_v", [0.4321, 0.0996, 0.00499, 4_321, 0, .nan, 2e-8, 996]),
    ]
    #expect(
      try cells(columns) == [
        "$4.92\\pm0.43$", "$-12.35\\pm0.10$", "$0.5000\\pm0.0050$",
        "$(1.234568\\pm0.000043)\\times10^{8}$", "$3$", "$1$", "$(1.00\\pm0.20)\\times10^{-7}$",
        "$(0.3\\pm1.0)\\times10^{3}$",
      ])
  }

  @Test func setsErrorsOnBothSides() throws {
    let columns = [
      ("v", [4.92, -1, 2, .nan]), ("v_p16", [4.49, -1.5, 2, 1]), ("v_p84", [5.37, -0.925, 3, 2]),
    ]
    #expect(
      try cells(columns) == [
        "$4.92_{-0.43}^{+0.45}$", "$-1.000_{-0.500}^{+0.075}$", "$2$", "\\ldots",
      ])
    let summary = [("median", [1.0]), ("p16", [0.75]), ("p84", [1.5])]
    #expect(try cells(summary) == ["$1.00_{-0.25}^{+0.50}$"])
  }

  @Test func givesNumbersWithoutErrorsFourDigits() throws {
    let columns = [("v", [123_456.0, 1_234_567, -0.5, 0, 0.000_012_345, .pi, 9_999.6])]
    #expect(
      try cells(columns) == [
        "$123500$", "$1.235\\times10^{6}$", "$-0.5$", "$0$", "$1.235\\times10^{-5}$", "$3.142$",
        "$10000$",
      ])
    #expect(try cells(columns, digits: 2).first == "$120000$")
  }

  @Test(arguments: LaTeXStyle.allCases) func hasAsManyCellsInEveryRow(style: LaTeXStyle) throws {
    for table in AwkwardTables.all.map(\.table) where table.rowCount < 1000 {
      let text = try text(table, style).replacing("\\&", with: "")
      let counts = Set(
        text.split(separator: "\n").filter { $0.contains(" & ") && !$0.hasPrefix("%") }
          .map { $0.count { $0 == "&" } })
      #expect(counts.count == 1, "\(table.name)")
    }
  }

  @Test func setsNoCommandOfAWord() throws {
    let text = try text(AwkwardTables.quotes)
    #expect(
      text.contains("\\&\\%\\$\\#\\_\\{\\}\\textasciitilde{}\\textasciicircum{}\\textbackslash{}"))
    #expect(text.contains("{[}x] &"))
    #expect(text.contains("{*} &"))
  }

  @Test func breaksLongTablesOverPages() throws {
    #expect(try text(AwkwardTables.many(100), .booktabs).contains("\\begin{longtable}{rrrl}"))
    #expect(try text(AwkwardTables.many(100), .aa).contains("\\longtab{\n\\begin{longtable}"))
    #expect(try text(AwkwardTables.many(100), .deluxetable).contains("\\begin{deluxetable*}{rrrl}"))
  }
}
