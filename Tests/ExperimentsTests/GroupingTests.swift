import Plans
import Support
import Tables
import TestKit
import Testing

@Suite("A group", .limited)
struct GroupingTests {
  /// Twelve rows with x = 0 … 11 and y = x² mod 7.
  private static let rows = RegressReference.table(
    (0..<12).map { Double($0 * $0 % 7) }, [(0..<12).map(Double.init)])

  private static func counts(_ by: String, _ more: String = "") throws -> [String] {
    let table = try Reading.table(
      #""regress": "rows", "response": "y", "terms": ["x1"], "by": \#(by)\#(more)"#, from: [rows])
    return table.lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
  }

  @Test func isTheFirstConditionMet() throws {
    #expect(
      try Self.counts(#"{"g": {"low": "x1 < 4", "middle": "x1 < 8", "high": "x1 < 11"}}"#) == [
        "low 4", "middle 4", "high 3",
      ])
  }

  @Test func staysWhereItIsEmpty() throws {
    let table = try Reading.table(
      #""regress": "rows", "response": "y", "terms": ["x1"], "by": {"g": {"none": "x1 > 99", "all": "true"}}"#,
      from: [Self.rows])
    #expect(table.texts("g") == ["none", "all"])
    #expect(table["n"] == [0, 12])
    #expect(table.texts("reason") == ["the group has no rows", ""])
  }

  /// The quartiles of 0 … 11 are 2.75, 5.5 and 8.25.
  @Test func liesBetweenQuantiles() throws {
    #expect(
      try Self.counts(#"{"g": {"quantiles": "x1"}}"#) == ["q1 3", "q2 3", "q3 3", "q4 3"])
    #expect(try Self.counts(#"{"g": {"quantiles": "x1", "count": 2}}"#) == ["q1 6", "q2 6"])
    // The thirds are 11/3 and 22/3.
    #expect(
      try Self.counts(#"{"g": {"quantiles": "2 * x1", "count": 3}}"#) == ["q1 4", "q2 4", "q3 4"])
  }

  @Test func takesItsLowerEdgeAndNotItsUpperOne() throws {
    // The median of 0 … 10 is 5, which belongs to the upper half.
    #expect(
      try Self.counts(#"{"g": {"quantiles": "x1", "count": 2}}"#, #", "where": "x1 < 10.5""#)
        == ["q1 5", "q2 6"])
  }

  @Test func overlapsWhereItIsWidened() throws {
    // With 0.3 more the first bin reaches to 3.05, the second to 5.8, the third to 8.55.
    #expect(
      try Self.counts(#"{"g": {"quantiles": "x1", "widen": 0.3}}"#)
        == ["q1 4", "q2 3", "q3 3", "q4 3"])
    // With 1 more to 3.75, 6.5 and 9.25.
    #expect(
      try Self.counts(#"{"g": {"quantiles": "x1", "widen": 1}}"#)
        == ["q1 4", "q2 4", "q3 4", "q4 3"])
    // An upper edge is not part of a widened bin either: 5.5 + 0.5 leaves out 6.
    #expect(
      try Self.counts(#"{"g": {"quantiles": "x1", "count": 2, "widen": 0.5}}"#)
        == ["q1 6", "q2 6"])
  }

  @Test func hasARowTwiceInTheResidualsWhereItOverlaps() throws {
    let tables = try Reading.tables(
      #""regress": "rows", "response": "y", "terms": ["x1"], "by": {"g": {"quantiles": "x1", "count": 2, "widen": 1}}"#,
      from: [Self.rows])
    let residuals = try #require(tables["made.residuals"])
    #expect(residuals.rowCount == 13)
    #expect(residuals.texts("galaxy").filter { $0 == "G6" }.count == 2)
    // The label is among the keys: otherwise a join would find one of the two at random.
    #expect(residuals.schema.keys == ["galaxy", "g"])
  }

  @Test func isTheLastOfThoseWhoseEdgesCoincide() throws {
    #expect(
      try Self.counts(#"{"g": {"quantiles": "min(x1, 0)", "count": 2}}"#) == ["q1 0", "q2 12"])
    // Of six zeros and 1 … 6 the thirds are 0, 0, 7/3 and 6: the zeros lie from the second 0 on.
    #expect(
      try Self.counts(#"{"g": {"quantiles": "max(x1 - 5, 0)", "count": 3}}"#)
        == ["q1 0", "q2 8", "q3 4"])
  }

  @Test func takesEveryRowThatHasAValue() throws {
    for quantity in ["x1", "y", "min(x1, 3)", "max(x1, 9)", "floor(x1 / 5)", "0 * x1", "y * x1"] {
      for count in 2...7 {
        let counts = try Self.counts(
          #"{"g": {"quantiles": "\#(quantity)", "count": \#(count)}}"#)
        let sum = counts.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
        #expect(sum.reduce(0, +) == 12, "\(quantity) in \(count)")
      }
    }
  }

  @Test func isSplitByEveryTerm() throws {
    #expect(
      try Self.counts(
        #"[{"a": {"even": "y == 0 or y == 2 or y == 4", "odd": "true"}}, {"b": {"quantiles": "x1", "count": 2}}]"#
      ).count == 4)
  }

  @Test func keepsItsLabelsApartInAnyOrder() throws {
    let grouped = try Reading.table(
      #""summarize": "fits", "columns": ["bic"], "statistics": ["count"], "per": [],"#
        + #""by": [{"side": {"low": "bic < 20", "high": "true"}}, "model"]"#,
      from: [SmallTables.fits])
    let swapped = try Reading.table(
      #""summarize": "fits", "columns": ["bic"], "statistics": ["count"], "per": [],"#
        + #""by": ["model", {"side": {"low": "bic < 20", "high": "true"}}]"#,
      from: [SmallTables.fits])
    #expect(grouped.schema.keys == ["side", "model", "column"])
    #expect(Set(grouped.texts("side")) == ["low", "high"])
    for column in ["side", "model", "count"] {
      #expect(grouped.texts(column) == swapped.texts(column))
    }
  }

  // Judged at Υ_disk = 0.5, where the offset of a galaxy is its δ; on the grid it moves.
  @Test func isJudgedAtACellOffTheGrid() throws {
    let by = #", "by": {"side": {"above": "offset > 0.05", "below": "true"}}"#
    let grid = #""grid": {"upsilon_disk": [0.2, 0.95]}"#
    func members(_ more: String) throws -> [[String]] {
      let table = try #require(
        try RegressSampleTests.results(by + more, grid: grid).tables["fit.residuals"])
      return [0.2, 0.95].map { cell in
        (0..<table.rowCount).filter {
          table["upsilon_disk"]?[$0] == cell && table.texts("side")[$0] == "above"
        }.map { table.texts("galaxy")[$0] }
      }
    }
    // G6 and G7 have twice the disk: lower by the change of the relation, and gone at 0.95.
    let fixed = try members(#", "groups_at": {"upsilon_disk": 0.5}"#)
    let reference = try #require(
      try RegressSampleTests.results("", grid: #""grid": {"upsilon_disk": [0.5]}"#).tables[
        "offsets"])
    let above = zip(reference.texts("galaxy"), reference["offset"] ?? []).filter { $0.1 > 0.05 }
    #expect(fixed[0] == above.map(\.0))
    #expect(fixed[1] == above.map(\.0).filter { $0 != "G6" && $0 != "G7" })
    #expect(try members("") != fixed)
  }

  @Test func hasItsQuantilesAtTheCellWhereItIsFixed() throws {
    let fit = try #require(
      try RegressSampleTests.results(
        #", "by": {"q": {"quantiles": "offset", "count": 2}}, "groups_at": {"upsilon_disk": 0.9}"#,
        terms: #""log_v""#
      ).tables["fit"])
    // Six galaxies are there at 0.9: three in each half, in every cell.
    #expect(fit["n"] == [3, 3, 3, 3, 3, 3])
  }

  /// A table that a step makes is worked out at the cell with all that goes into it.
  @Test func isJudgedThroughTheStepsBefore() throws {
    let spec = OffsetGalaxy.spec(
      #""points": "all""#,
      #"""
      "grid": {"upsilon_disk": [0.2, 0.3]},
        "analyses": [
          {"name": "line", "regress": "offsets", "response": "offset", "terms": ["log_v"]},
          {"name": "best", "optimize": "offsets", "minimize": "offset^2", "over": {"upsilon_disk": [0.05, 1]},
           "each": "galaxy", "grid_points": 5},
          {"name": "rest", "derive": "offsets", "columns": {
            "left": "line.residuals.residual", "moved": "best.offset - offset"}},
          {"name": "fit", "regress": "rest", "response": "left", "terms": ["c_v", "moved"],
           "by": {"side": {"above": "left > 0 and line.residuals.leverage > 0", "below": "true"}},
           "groups_at": {"upsilon_disk": 0.5}}
        ],
        "outputs": {"tables": ["fit"]}
      """#)
    let tables = try OffsetGalaxy.results(RegressSampleTests.galaxies, spec).tables
    let counts = try #require(tables["fit"]?["n"])
    #expect(counts.count == 4)
    #expect(counts[0] + counts[1] == 8)
    #expect(counts[0] > 0 && counts[0] == counts[2])
  }
}
