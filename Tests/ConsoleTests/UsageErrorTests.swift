import Console
import TestKit
import Testing

@Suite("A usage error", .limited)
struct UsageErrorTests {
  static let errors: [UsageError] = [
    .unknownCommand("a", nearest: nil), .unknownCommand("a", nearest: "b"),
    .incompleteCommand("a", choices: ["b", "c"]), .optionBeforeCommand("--a"),
    .unknownOption("--a", nearest: "--b"), .missingValue(of: "--a", noun: "N"),
    .needlessValue("a", of: "--b"), .repeated("--a"), .conflict("--a", "--b"),
    .needs("--a", other: "--b"), .unexpected("a"),
    .unfit("a", parameter: "--b", expected: "an integer", nearest: nil), .missing("<a>"),
  ]

  @Test(arguments: errors)
  func isALineWithoutAFinalStop(_ error: UsageError) throws {
    let text = "\(error)"
    #expect(text.last != ".")
    #expect(!text.contains("\n"))
    #expect(text.lowercased() == text || text.contains(" N"))
  }

  @Test func namesBothSidesOfAConflict() {
    let conflict = UsageError.conflict("--json", "--csv")
    #expect("\(conflict)" == "'--json' and '--csv' exclude each other")
    let need = UsageError.needs("--shard", other: "--of")
    #expect("\(need)" == "'--shard' needs '--of'")
  }
}
