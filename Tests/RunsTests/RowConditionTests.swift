import Runs
import Support
import TestKit
import Testing

@Suite("Row condition", .limited)
struct RowConditionTests: TinyComparison {
  let tiny: TinyRun

  init() throws {
    tiny = try TinyRun()
  }

  /// A condition as the command line gives it.
  private func condition(_ text: String) throws -> Support.Expression {
    let expression = Support.Expression(
      parsing: SourceText(name: "--where", text: text), InputReport())
    return try #require(expression)
  }

  @Test func comparesOnlyRowsThatMeetACondition() throws {
    let bounded = "\"bounds\": { \"rational-taper-kRd\": { \"k\": [0.1, 2] } }, \"grid\""
    let diff = try diff(
      side(run()), side(run(replacing: "\"grid\"", with: bounded)),
      DiffRequest(table: "fits", condition: condition("model == 'linear'")))
    let fits = try rows(diff, "fits")
    #expect(fits.joined == 6 && fits.moved == 0)
    #expect(diff.isEmpty)
  }

  @Test func refusesAConditionThatFitsNoTable() throws {
    let side = try side(try run())
    let error = try #require(throws: InputRejected.self) {
      try diff(side, side, DiffRequest(condition: condition("modl == 'linear'")))
    }
    #expect(error.diagnostics.map(\.place?.source.name) == ["--where"])
  }

  @Test func takesAConditionOnAWordThatOneSideHas() throws {
    let both = try side(try run())
    let one = try side(
      run(
        replacing: "\"fit\": [\"linear\", \"rational-taper-kRd\"]", with: "\"fit\": [\"linear\"]"))
    let request = DiffRequest(
      table: "fits", condition: try condition("model == 'rational-taper-kRd'"))
    let lost = try rows(diff(both, one, request), "fits")
    #expect(lost.joined == 0 && lost.lost.count == 6 && lost.gained.count == 0)
    let gained = try rows(diff(one, both, request), "fits")
    #expect(gained.joined == 0 && gained.lost.count == 0 && gained.gained.count == 6)
  }

  @Test(arguments: [true, false])
  func refusesAConditionOnAGalaxyThatNoSideHas(isMoved: Bool) throws {
    let old = try run()
    let new = isMoved ? try run(replacing: "[0.3, 0.5]", with: "[0.3, 0.6]") : old
    let request = DiffRequest(condition: try condition("galaxy == 'Mock001'"))
    let (before, after) = (try side(old), try side(new))
    let error = try #require(throws: InputRejected.self) { try diff(before, after, request) }
    #expect(error.diagnostics.first?.message == "unknown galaxy 'Mock001'")
    #expect(error.diagnostics.first?.place?.source.name == "--where")
    let none = DiffRequest(condition: try condition("omega > 1000000"))
    #expect(try diff(before, after, none).isEmpty, "no row is a right answer")
  }
}
