import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("An expectation", .limited)
struct ExpectationOutcomeTests {
  /// An expectation, and whether it is met by the small tables.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let isMet: Bool
    let expected: String
    let found: String

    init(_ expectation: String, _ isMet: Bool, _ expected: String, found: String) {
      testDescription = expectation
      self.isMet = isMet
      self.expected = expected
      self.found = found
    }
  }

  static let cases = [
    Case(#""where": "n == 11", "column": "score", "equals": 4"#, true, "4", found: "4"),
    Case(#""where": "n == 11", "column": "score", "equals": 5"#, false, "5", found: "4"),
    Case(
      #""where": "n == 11", "column": "score", "equals": 4.25, "within": 0.25"#, true,
      "4.25 ± 0.25", found: "4"),
    Case(
      #""where": "n == 11", "column": "score", "equals": 4.26, "within": 0.25"#, false,
      "4.26 ± 0.25", found: "4"),
    Case(#""where": "n == 11", "column": "score", "at_least": 4"#, true, "at least 4", found: "4"),
    Case(
      #""where": "n == 11", "column": "score", "at_least": 4.1"#, false, "at least 4.1", found: "4"),
    Case(#""where": "n == 11", "column": "score", "at_most": 4"#, true, "at most 4", found: "4"),
    Case(
      #""where": "n == 11", "column": "score", "at_most": 3.9"#, false, "at most 3.9", found: "4"),
    Case(#""where": "n == 11", "column": "n", "equals": 11"#, true, "11", found: "11"),
    Case(
      #""where": "n == 14", "column": "score", "equals": 4"#, false, "4", found: "missing"),
    Case(
      #""where": "n == 14", "column": "score", "at_most": 99"#, false, "at most 99",
      found: "missing"),
    Case(#""where": "n > 11", "column": "score", "equals": 5"#, false, "5", found: "3 rows"),
    Case(#""column": "score", "equals": 5"#, false, "5", found: "5 rows"),
    Case(#""where": "n > 99", "column": "score", "equals": 5"#, false, "5", found: "no such row"),
    Case(#""statistic": "count", "equals": 5"#, true, "5", found: "5"),
    Case(#""statistic": "count", "where": "n > 12", "equals": 2"#, true, "2", found: "2"),
    Case(#""statistic": "count", "column": "score", "equals": 4"#, true, "4", found: "4"),
    Case(#""statistic": "mean", "column": "score", "equals": 3.75"#, true, "3.75", found: "3.75"),
    Case(
      #""statistic": "median", "column": "n", "where": "n < 12", "at_most": 10"#, false,
      "at most 10", found: "10.5"),
    Case(
      #""statistic": "max", "column": "score", "where": "n > 13", "at_least": 0"#, false,
      "at least 0", found: "missing"),
    Case(
      #""statistic": "missing", "column": "score", "equals": 1"#, true, "1", found: "1"),
  ]

  private static func outcome(_ members: String, in table: String) throws -> ExpectationOutcome {
    let spec = try Reading.spec(
      MadeUp.spec(#""expect": [{"table": "\#(table)", \#(members)}]"#))
    let expectation = try #require(spec.expectations.first)
    let tables = TableSet([SmallTables.scan, SmallTables.fits, SmallTables.catalogue])
    let report = InputReport()
    expectation.check(tables.schemas, report)
    #expect(report.messages == [])
    return ExpectationOutcome(expectation, tables)
  }

  @Test(arguments: cases)
  func isMetOrMissed(_ example: Case) throws {
    let outcome = try Self.outcome(example.testDescription, in: "scan")
    #expect(outcome.isMet == example.isMet)
    #expect(outcome.expected == example.expected)
    #expect(outcome.found == example.found)
  }

  static let words = [
    Case(
      #""where": "bic == 20", "column": "status", "equals": "out""#, true, "'out'", found: "out"),
    Case(#""where": "bic == 20", "column": "status", "equals": "in""#, false, "'in'", found: "out"),
    Case(
      #""where": "bic == 4", "column": "status", "equals": "in""#, false, "'in'", found: "missing"),
    Case(#""where": "bic == 20", "column": "galaxy", "equals": "B""#, true, "'B'", found: "B"),
    Case(
      #""where": "bic == 5", "column": "good", "equals": false"#, true, "'false'", found: "false"),
    Case(
      #""where": "bic == 5", "column": "good", "equals": "true""#, false, "'true'", found: "false"),
    Case(
      #""where": "v_flat == 100 and class == 'late' and bic == 13", "column": "model", "equals": "two""#,
      true, "'two'", found: "two"),
    Case(#""statistic": "count", "column": "status", "equals": 11"#, true, "11", found: "11"),
  ]

  @Test(arguments: words)
  func isMetOrMissedByWords(_ example: Case) throws {
    let outcome = try Self.outcome(example.testDescription, in: "fits")
    #expect(outcome.isMet == example.isMet)
    #expect(outcome.expected == example.expected)
    #expect(outcome.found == example.found)
  }

  @Test func saysWhatItIsAbout() throws {
    #expect(
      try Self.outcome(
        #""where": "n>12", "statistic": "mean", "column": "score", "equals": 1"#, in: "scan"
      )
      .subject == "scan · mean of score · n > 12")
    #expect(
      try Self.outcome(#""statistic": "count", "equals": 1"#, in: "scan").subject == "scan · count")
    #expect(try Self.outcome(#""column": "n", "equals": 1"#, in: "scan").subject == "scan · n")
  }

  /// A table of an older run may hold what is not finite, and a sum may leave the range of numbers.
  @Test(arguments: [
    #""where": "row == 1", "column": "x", "at_least": 0"#,
    #""where": "row == 1", "column": "x", "at_most": 0"#,
    #""statistic": "sum", "column": "y", "at_least": 0"#,
    #""statistic": "max", "column": "x", "where": "row < 3", "at_least": 0"#,
  ])
  func isMissedByWhatIsNotFinite(members: String) throws {
    let table = Table(
      TableSchema(
        "old", axes: [], keys: ["row"],
        columns: [ColumnSchema("row", .integer, ""), ColumnSchema("x", ""), ColumnSchema("y", "")]),
      [[1, 2, 3], [.infinity, -.infinity, 1], [1.7e308, 1.7e308, 0]])
    let spec = try Reading.spec(MadeUp.spec(#""expect": [{"table": "old", \#(members)}]"#))
    let outcome = ExpectationOutcome(try #require(spec.expectations.first), TableSet([table]))
    #expect(!outcome.isMet)
    #expect(outcome.found == "missing")
  }

  @Test func isMissedWhereItsTableIsNotThere() throws {
    let spec = try Reading.spec(
      MadeUp.spec(#""expect": [{"table": "x", "statistic": "count", "equals": 0}]"#))
    let outcome = ExpectationOutcome(try #require(spec.expectations.first), TableSet())
    #expect(!outcome.isMet)
    #expect(outcome.found == "no such table")
  }
}
