import TestKit
import Testing

/// In containers every process has the same number.
@Suite(
  "Chaos: eight writers of one number", .limited(minutes: ChaosRun.minutes), .slow, .serialized,
  .enabled(if: OwnNamespace.canHaveNumbers, "\(OwnNamespace.advice)"))
struct EqualPidTests {
  @Test(arguments: Crowd.all)
  func endWellAtOnce(crowd: Crowd) throws {
    let stage = try Stage(crowd.scene)
    let prefix = OwnNamespace.numbers.joined(separator: " ")
    for round in 0..<ChaosRun.crowds {
      let found = try crowd.objections(on: stage, behind: prefix)
      #expect(found == [], "round \(round)")
    }
  }
}
