import Tables
import TestKit
import Testing

@Suite("A selection")
struct SelectStepTests {
  private static func table(_ more: String) throws -> Table {
    try Reading.table(#""select": "scan", \#(more)"#, from: [SmallTables.scan])
  }

  @Test func takesTheFirstOfTheBestRows() throws {
    let made = try Self.table(#""maximum": "score""#)
    #expect(made.header == "upsilon_disk score n best curvature_upsilon_disk")
    #expect(made.schema.keys == [])
    #expect(made.rowCount == 1)
    #expect(made.line(0).hasPrefix("0.6 5.0 12 5.0 "))
  }

  @Test func takesTheSmallestToo() throws {
    let made = try Self.table(#""minimum": "score""#)
    #expect(made.lines == ["0.2 1.0 10 1.0 -"])
    let formula = try Self.table(#""minimum": "abs(n - 12.6)""#)
    #expect(formula["n"] == [13])
    #expect(formula["best"]?[0].isNear(0.4, relative: 1e-12) == true)
  }

  /// At 0.6 the neighbours are 0.4 (score 4) and 1.0 (score 5): slopes 5 and 0 over 0.2 and 0.4.
  @Test func givesTheCurvatureFromUnevenNeighbours() throws {
    let made = try Self.table(#""maximum": "score""#)
    #expect(made["curvature_upsilon_disk"]?[0].isNear(2 * (0 - 5) / 0.6, relative: 1e-12) == true)
  }

  @Test func givesTheCurvatureOfAParabolaExactly() throws {
    let made = try Self.table(#""minimum": "3 * (upsilon_disk - 0.7)^2""#)
    #expect(made["upsilon_disk"] == [0.6])
    #expect(made["curvature_upsilon_disk"]?[0].isNear(6, relative: 1e-12) == true)
  }

  @Test func saysHowFarNearlyAsGoodRowsReach() throws {
    let made = try Self.table(#""maximum": "score", "within": 1"#)
    #expect(
      made.header
        == "upsilon_disk score n best curvature_upsilon_disk upsilon_disk_from upsilon_disk_through "
        + "rows_within")
    #expect(made["upsilon_disk_from"] == [0.4])
    #expect(made["upsilon_disk_through"] == [1])
    #expect(made["rows_within"] == [3])
    let exact = try Self.table(#""maximum": "score", "within": 0"#)
    #expect(exact["upsilon_disk_from"] == [0.6])
    #expect(exact["upsilon_disk_through"] == [1])
    #expect(exact["rows_within"] == [2])
  }

  @Test func choosesAmongTheRowsThatMeetTheCondition() throws {
    let made = try Self.table(#""maximum": "score", "where": "upsilon_disk > 0.7", "within": 10"#)
    #expect(made["n"] == [13])
    // The row at 1.2 has no score.
    #expect(made["rows_within"] == [1])
    #expect(try Self.table(#""maximum": "score", "where": "n > 13""#).rowCount == 0)
  }

  @Test func choosesOncePerGroup() throws {
    let made = try Reading.table(
      #""select": "fits", "minimum": "bic", "by": ["galaxy", "upsilon_disk"]"#,
      from: [SmallTables.fits])
    #expect(made.schema.keys == ["galaxy", "upsilon_disk"])
    #expect(made.schema.axes == ["upsilon_disk"])
    #expect(
      made.lines.map { $0.split(separator: " ").prefix(4).joined(separator: " ") } == [
        "A 0.5 one 10.0", "B 0.5 two 11.0", "C 0.5 two 4.0", "A 0.8 one 1.0", "B 0.8 one 7.0",
        "C 0.8 one 3.0",
      ])
  }

  @Test func choosesOncePerNamedCondition() throws {
    let made = try Reading.table(
      #""select": "fits", "maximum": "bic", "by": {"half": {"first": "upsilon_disk < 0.6", "second": "true"}}"#,
      from: [SmallTables.fits])
    #expect(made.schema.keys == ["half"])
    #expect(made["best"] == [20, 15])
    #expect(made.lines.map { String($0.prefix(6)) } == ["first ", "second"])
  }

  @Test func takesNeighboursThatDifferInOneAxisOnly() throws {
    let schema = TableSchema(
      "plane", axes: ["x", "y"], keys: ["x", "y"],
      columns: [ColumnSchema("x", "axis"), ColumnSchema("y", "axis"), ColumnSchema("z", "height")])
    let points = (0..<9).map { (Double($0 / 3), Double($0 % 3)) }
    let plane = Table(
      schema,
      [
        points.map(\.0), points.map(\.1),
        points.map { x, y in 2 * (x - 1) * (x - 1) + 5 * (y - 1) * (y - 1) + (x - 1) * (y - 1) },
      ])
    let made = try Reading.table(#""select": "plane", "minimum": "z""#, from: [plane])
    #expect(made.header == "x y z best curvature_x curvature_y")
    #expect(made.lines == ["1.0 1.0 0.0 0.0 4.0 10.0"])
  }
}
