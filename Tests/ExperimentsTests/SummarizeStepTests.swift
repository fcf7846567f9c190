import Tables
import TestKit
import Testing

@Suite("A summary")
struct SummarizeStepTests {
  private static func lines(_ more: String, columns: String = #"["bic"]"#) throws -> [String] {
    try Reading.table(
      #""summarize": "fits", "columns": \#(columns), \#(more)"#,
      from: [SmallTables.fits, SmallTables.catalogue]
    ).lines
  }

  @Test func hasARowForEachCellAndColumn() throws {
    let made = try Reading.table(
      #""summarize": "fits", "columns": ["bic", "aic"], "statistics": ["count", "missing", "sum", "max"]"#,
      from: [SmallTables.fits])
    #expect(made.header == "upsilon_disk column count missing sum max")
    #expect(made.schema.axes == ["upsilon_disk"])
    #expect(made.schema.keys == ["upsilon_disk", "column"])
    #expect(
      made.lines == [
        "0.5 bic 6 0 63.0 20.0", "0.5 aic 6 0 1.0 1.0", "0.8 bic 5 1 27.0 15.0",
        "0.8 aic 6 0 0.0 0.0",
      ])
  }

  @Test func groupsByColumns() throws {
    #expect(
      try Self.lines(#""statistics": ["mean"], "by": "model""#) == [
        "0.5 one bic \(35.0 / 3)", "0.5 two bic \(28.0 / 3)", "0.8 one bic \(11.0 / 3)",
        "0.8 two bic 8.0",
      ])
    #expect(
      try Self.lines(
        #""statistics": ["sum"], "by": ["model", "galaxy"], "where": "upsilon_disk > 0.6""#)
        == [
          "0.8 one A bic 1.0", "0.8 two A bic 1.0", "0.8 one B bic 7.0", "0.8 two B bic 0.0",
          "0.8 one C bic 3.0", "0.8 two C bic 15.0",
        ])
  }

  @Test func crossesCellsWhereToldTo() throws {
    #expect(try Self.lines(#""statistics": ["count"], "per": []"#) == ["bic 11"])
    #expect(
      try Self.lines(#""statistics": ["sum"], "per": ["galaxy"]"#) == [
        "A bic 25.0", "B bic 38.0", "C bic 27.0",
      ])
    #expect(
      try Self.lines(#""statistics": ["sum"], "per": "cell""#) == ["0.5 bic 63.0", "0.8 bic 27.0"])
    let made = try Reading.table(
      #""summarize": "fits", "columns": ["bic"], "statistics": ["sum"], "per": ["upsilon_disk"], "by": "upsilon_disk""#,
      from: [SmallTables.fits])
    #expect(made.header == "upsilon_disk column sum")
    #expect(made.schema.axes == ["upsilon_disk"])
  }

  @Test func groupsByTheFirstConditionMet() throws {
    let made = try Reading.table(
      #"""
      "summarize": "fits", "columns": ["bic"], "statistics": ["count", "sum"], "per": [],
        "by": {"size": {"small": "bic < 5", "medium": "bic < 12", "odd": "bic == 4 or bic == 20"}}
      """#, from: [SmallTables.fits])
    #expect(made.header == "size column count sum")
    // 13, 15 and the missing one are in no group; 4 is small before it is odd.
    #expect(made.lines == ["small bic 4 9.0", "medium bic 4 33.0", "odd bic 1 20.0"])
  }

  @Test func takesExpressionsUnderNames() throws {
    #expect(
      try Self.lines(
        #""statistics": ["sum"], "per": []"#, columns: #"{"twice": "2 * bic", "good": "good"}"#)
        == ["twice 180.0", "good 11.0"])
  }

  @Test func keepsGroupsInTheOrderOfTheirFirstRow() throws {
    #expect(
      try Self.lines(#""statistics": ["count"], "per": [], "by": "status""#) == [
        "in bic 6", "out bic 4", "- bic 1",
      ])
  }

  /// Statistics of 1, 4, 5, 5 and a missing value.
  static let statistics: [(name: String, value: Double)] = [
    ("count", 4), ("missing", 1), ("sum", 15), ("mean", 3.75), ("median", 4.5), ("min", 1),
    ("max", 5), ("std", (10.75 / 4).squareRoot()), ("sample_std", (10.75 / 3).squareRoot()),
    ("rms", (67.0 / 4).squareRoot()), ("p1", 1.09), ("p16", 1 + 3 * 0.48), ("p50", 4.5),
    ("p84", 5), ("p99", 5),
  ]

  @Test(arguments: statistics)
  func computesEachStatistic(_ example: (name: String, value: Double)) throws {
    let made = try Reading.table(
      #""summarize": "scan", "columns": ["score"], "statistics": ["\#(example.name)"], "per": []"#,
      from: [SmallTables.scan])
    let found = try #require(made[example.name]?.first)
    #expect(found.isNear(example.value, relative: 1e-14))
  }

  @Test func leavesOutWhatHasNoValue() throws {
    let statistics = #"["count", "missing", "sum", "mean", "std", "min", "p50"]"#
    let made = try Reading.table(
      #""summarize": "scan", "columns": ["score"], "where": "n > 13", "statistics": \#(statistics), "per": []"#,
      from: [SmallTables.scan])
    #expect(made.lines == ["score 0 1 0.0 - - - -"])
  }

  @Test func hasNoPercentileBeyondItsRange() {
    for name in ["p0", "p100", "p05", "p", "p-1", "P16", "average", ""] {
      #expect(Statistic(name) == nil, "\(name)")
    }
    for name in Statistic.names { #expect(Statistic(name)?.name == name) }
    #expect(Statistic("p37")?.name == "p37")
  }
}
