import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("The answer of a spec", .limited)
struct AnswerTests {
  private static func spec(_ answer: String, _ more: String = "") -> String {
    MadeUp.spec(
      """
      "answer": "\(answer)", "grid": {"upsilon_disk": [0.25, 1]},
      "analyses": [{"name": "mean", "summarize": "fits", "by": "model", "columns": ["omega", "chi2"],
        "statistics": ["count", "mean"]}]\(more)
      """)
  }

  private static func filled(_ answer: String) throws -> FilledAnswer {
    let plan = try MadeUp.plan(spec(answer))
    return try #require(plan.spec.answer).filled(from: plan.computed().tables)
  }

  private static func mistakes(_ answer: String, _ more: String = "") -> [String] {
    let report = InputReport()
    let source = SourceText(name: "test.json", text: spec(answer, more))
    #expect(MadeUp.plan(source, report) == nil)
    return report.inReadingOrder.map { mistake in
      let place = mistake.place.map { place in
        String(decoding: place.source.bytes[place.span], as: UTF8.self)
      }
      return "\(place ?? "-"): \(mistake.message)"
    }
  }

  @Test(arguments: [
    ("{count(fits)} fits of {mean.linear.omega.1.count} galaxies", "12 fits of 3 galaxies"),
    ("{fits.Alpha.linear.0.25.points}", "6"),
    ("{fits.0.25.linear.Alpha.points} {fits.upsilon_disk=1.linear.Beta.points}", "6 4"),
    ("{fits.Alpha.1.linear.status}", "interior"),
    ("{max(fits.Beta.upsilon_disk):2}", "1.0"),
    ("{fits.`Alpha`.linear.`0.25`.points}", "6"),
    ("{{braces}} and {sum(fits.linear.points):2}", "{braces} and 24"),
  ])
  func hasTheNumbersOfTheRun(answer: String, text: String) throws {
    let filled = try Self.filled(answer)
    #expect(filled.text == text)
    #expect(filled.problems == [])
  }

  @Test func roundsToThreeDigitsUnlessMoreAreAskedFor() throws {
    let plan = try MadeUp.plan(Self.spec("{mean.1.linear.chi2.mean} {mean.1.linear.chi2.mean:5}"))
    let tables = plan.computed().tables
    let table = try #require(tables["mean"])
    let row = try #require(
      (0..<table.rowCount).first {
        table.text(row: $0, of: "model") == "linear" && table.text(row: $0, of: "column") == "chi2"
          && table.values("upsilon_disk")[$0] == 1
      })
    let value = table.values("mean")[row]
    #expect(
      plan.spec.answer?.filled(from: tables).text
        == "\(value.written(digits: 3)) \(value.written(digits: 5))")
  }

  @Test func saysWhatIsMissing() throws {
    let filled = try Self.filled("chi {fits.Alpha.linear.0.5.chi2} here")
    #expect(filled.text == "chi – here")
    #expect(filled.problems == ["'fits.Alpha.linear.0.5.chi2' is in no row"])
  }

  @Test(arguments: [
    ("{fit.chi2}", "fit: unknown table 'fit'"),
    ("{fits.Alpha.linear.1.chi}", "chi: table 'fits' has no column 'chi'"),
    ("{fits.Alfa.linear.1.chi2}", "Alfa: no key of table 'fits' has the value 'Alfa'"),
    (
      "{fits.linear.chi2}",
      "fits.linear.chi2: 'fits.linear.chi2' does not tell which 'upsilon_disk' is meant"
    ),
    ("{fits.Alpha.linear.rational-taper.chi2}", "rational-taper: key 'model' has two values"),
    ("{medan(fits.chi2)}", "medan: unknown statistic 'medan'"),
    ("{max(fits.status)}", "status: column 'status' holds words, and a statistic needs numbers"),
    ("{fits}", "fits: 'fits' names no column"),
    ("{}", "{}: this is no number of a table"),
    ("a {fits", "{: this brace is not closed"),
    ("a } b", "}: this brace closes nothing"),
    (
      "{count(fits):0}",
      "count(fits):0: the significant digits of a number are a whole number from 1 to 17"
    ),
  ])
  func isCheckedBeforeTheRun(answer: String, mistake: String) {
    #expect(Self.mistakes(answer) == [mistake])
  }

  @Test func tellsAllMistakesAtOnce() {
    #expect(Self.mistakes("{fit.x} {medan(fits.chi2)} {count(fits)}").count == 2)
  }

  @Test func readsTablesThatTheRunKeeps() {
    #expect(
      Self.mistakes("{count(fits)}", #", "outputs": {"tables": ["mean"]}"#)
        == ["count(fits): the answer reads table 'fits', which 'outputs' does not keep"])
  }

  @Test func isNoPartOfTheIdentity() throws {
    let one = try MadeUp.plan(Self.spec("{count(fits)}")).identity
    let other = try MadeUp.plan(Self.spec("something else")).identity
    #expect(one == other)
  }

  @Test func staysInTheResolvedSpec() throws {
    let spec = try MadeUp.plan(Self.spec("{count(fits)} {{x}}")).spec
    #expect(spec.resolved["answer"] == "{count(fits)} {{x}}")
    let none = try MadeUp.plan(MadeUp.spec()).spec
    #expect(none.resolved["answer"] == nil)
  }
}
