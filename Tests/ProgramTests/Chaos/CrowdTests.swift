import TestKit
import Testing

@Suite("Chaos: eight writers", .limited(minutes: ChaosRun.minutes), .slow, .serialized)
struct CrowdTests {
  @Test(arguments: Crowd.all)
  func endWellAtOnce(crowd: Crowd) throws {
    let stage = try Stage(crowd.scene)
    for round in 0..<ChaosRun.crowds {
      let found = try crowd.objections(on: stage)
      #expect(found == [], "round \(round)")
    }
  }
}
