import TestKit
import Testing

@Suite("The summary of a run", .limited)
struct RunSummaryTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  private func lines(_ more: String) throws -> [String] {
    let text = Specs.small.replacing("\"expect\"", with: "\(more), \"expect\"")
    try program.directory.write(text, to: "small.json")
    let ending = try program.run("run", "small.json")
    #expect(ending.status == 0, "\(ending.messages)")
    return ending.output.split(separator: "\n").map(String.init)
  }

  private static let steps = """
    "analyses": [
      {"name": "good", "filter": "fits", "where": "chi2 > 0"},
      {"name": "best", "select": "good", "minimum": "bic", "by": "galaxy"},
      {"name": "curves", "curves": "best"}
    ]
    """

  @Test func beginsWithTheAnswer() throws {
    let lines = try lines(
      #""answer": "There are {count(fits)} fits of {max(fits.points)} points.", \#(Self.steps)"#)
    let done = try #require(lines.firstIndex { $0.hasPrefix("  done") })
    #expect(lines[done + 1].hasPrefix("  There are 16 fits of "))
    #expect(lines.contains("  expectations 1 met, 0 missed"))
  }

  @Test func letsExpectationsSpeakWithoutOne() throws {
    let lines = try lines(Self.steps)
    let done = try #require(lines.firstIndex { $0.hasPrefix("  done") })
    #expect(
      lines[done + 1] == "  1 of 1 expectation met. fits · count is 16, expected 16.")
  }

  @Test func showsWhatNothingElseIsMadeOf() throws {
    let lines = try lines(
      Self.steps.replacing(
        "{\"name\": \"curves\", \"curves\": \"best\"}",
        with: """
          {"name": "also", "filter": "fits", "where": "chi2 < 0"}
          """))
    let best = try #require(lines.firstIndex { $0 == "  best" })
    let heading = lines[best + 1].split(separator: " ")
    #expect(heading.prefix(4) == ["galaxy", "upsilon_disk", "model", "bic"])
    #expect(lines.contains("  also made: good (16 rows), also (0 rows)"))
    #expect(!lines.contains("  good"))
  }

  @Test func saysWhichNumberTheAnswerLacks() throws {
    let lines = try lines(
      #""answer": "{fits.Mock0001.linear.0.4.chi2} is it.", "analyses": []"#)
    #expect(lines.contains("  – is it."))
    #expect(lines.contains { $0.contains("'fits.Mock0001.linear.0.4.chi2' is in no row") })
  }
}
