import Runs
import Support
import Tables
import TestKit
import Testing

/// Large tables are compared part by part, with the result of whole ones.
@Suite("Moved rows", .limited)
struct MovedRowsTests: TinyComparison {
  let tiny: TinyRun

  init() throws {
    tiny = try TinyRun()
  }

  private static let bounded = #""bounds": { "rational-taper-kRd": { "k": [0.1, 2] } }, "grid""#

  /// Requests of whole tables and of parts.
  private static func requests(
    _ tolerance: DiffTolerance = .none, where condition: Support.Expression? = nil
  ) -> (whole: DiffRequest, parts: DiffRequest) {
    (
      DiffRequest(tolerance: tolerance, condition: condition),
      DiffRequest(tolerance: tolerance, condition: condition, large: 0)
    )
  }

  /// The tables of a diff as text, in which what is missing equals itself.
  private static func text(_ diff: RunDiff) -> String { "\(diff.tables.map { "\($0)" } ?? "none")" }

  @Test(arguments: [
    ("\"grid\"", bounded),
    ("\"fit\": [\"linear\", \"rational-taper-kRd\"]", "\"fit\": [\"linear\", \"tanh-taper\"]"),
    ("\"fit\": [\"linear\", \"rational-taper-kRd\"]", "\"fit\": [\"linear\"]"),
    ("[0.3, 0.5]", "[0.3, 0.6]"), ("[0.3, 0.5]", "[0.5]"), ("\"seed\": 5", "\"seed\": 6"),
    ("\"model\": {", "\"model\": {\"certify\": true, "),
  ])
  func areThoseOfWholeTables(_ old: String, _ new: String) throws {
    let (one, other) = try (side(run()), side(run(replacing: old, with: new)))
    for tolerance in [DiffTolerance.none, DiffTolerance(relative: 0.1)] {
      let requests = Self.requests(tolerance)
      for (before, after) in [(one, other), (other, one)] {
        let whole = try diff(before, after, requests.whole)
        #expect(try Self.text(diff(before, after, requests.parts)) == Self.text(whole))
        #expect(!whole.isEmpty || tolerance != .none)
      }
    }
  }

  @Test func countOnlyThoseThatMeetACondition() throws {
    let condition = Support.Expression(
      parsing: SourceText(name: "--where", text: "upsilon_disk == 0.5"), InputReport())
    let requests = Self.requests(where: condition)
    let (one, other) = try (side(run()), side(run(replacing: "\"grid\"", with: Self.bounded)))
    let whole = try diff(one, other, requests.whole)
    #expect(try Self.text(diff(one, other, requests.parts)) == Self.text(whole))
    #expect(try rows(whole, "fits").joined == 6)
  }

  /// Some megabytes, with rows of other lengths on either side.
  @Test func areFoundInManyParts() throws {
    let axis = #""upsilon_disk": { "from": 0.1, "through": 1.3, "step": 0.0005 }"#
    let cells = try run(replacing: #""upsilon_disk": [0.3, 0.5]"#, with: axis)
    let text = TinyRun.spec.replacing(#""upsilon_disk": [0.3, 0.5]"#, with: axis)
      .replacing("\"grid\"", with: Self.bounded).replacing("\"tiny\"", with: "\"certified\"")
      .replacing("\"model\": {", with: "\"model\": {\"certify\": true, ")
    let others = try tiny.run(TinyRun.plan(text)).run
    let requests = Self.requests()
    let whole = try diff(side(cells), side(others), requests.whole)
    #expect(try Self.text(diff(side(cells), side(others), requests.parts)) == Self.text(whole))
    let fits = try rows(whole, "fits")
    #expect(fits.joined == 14_406 && fits.moved > 0 && fits.moved <= 7_203)
  }
}
