import Foundation
import TestKit
import Testing

@Suite(
  "Chaos: several processes on one spec", .limited(minutes: ChaosRun.minutes), .slow, .serialized)
struct CompanyTests {
  private let chaos: ChaosRun

  init() throws {
    chaos = try ChaosRun()
  }

  @Test(arguments: [2, 4])
  func shareTheUnits(count: Int) throws {
    var generator = ChaosRun.generator(20 + count)
    for round in 0..<ChaosRun.fewerRounds {
      let running = try (0..<count).map { _ in
        let delay = Double.random(in: 0...(0.2 * chaos.seconds), using: &generator)
        if round > 0 { Thread.sleep(forTimeInterval: delay) }
        return try chaos.program.start("run", "chaos.json", "--json")
      }
      let endings = try running.map { try $0.ending() }
      #expect(endings.allSatisfy { $0.status == 0 && $0.messages == "" }, "round \(round)")
      let computed = try endings.reduce(0) {
        try $0 + (ChaosRun.runs($1).first?["units_computed"] as? Int ?? .max / 8)
      }
      #expect((chaos.unitCount...(2 * chaos.unitCount)).contains(computed), "round \(round)")
      try chaos.checkEnd("round \(round)")
      chaos.startAnew()
    }
  }

  @Test func goOnWhenOneIsKilled() throws {
    var generator = ChaosRun.generator(9)
    for round in 0..<ChaosRun.fewerRounds {
      let victim = try chaos.program.start("run", "chaos.json")
      let other = try chaos.program.start("run", "chaos.json")
      victim.send(SIGKILL, after: Double.random(in: 0...chaos.seconds, using: &generator))
      _ = try victim.ending()
      let ending = try other.ending()
      #expect(ending.status == 0, "round \(round): \(ending.messages)")
      #expect(chaos.program.runs() == [chaos.name])
      // If the victim was still at it when the other one left, it is tidied up now.
      _ = try chaos.run()
      try chaos.checkEnd("round \(round)")
      chaos.startAnew()
    }
  }

  @Test func doNotWaitForOneThatIsStopped() throws {
    let stopped = try chaos.program.start("run", "chaos.json")
    stopped.send(SIGSTOP, after: 0.3 * chaos.seconds)
    #expect(try chaos.run().status == 0)
    stopped.send(SIGCONT)
    #expect(try stopped.ending().status == 0)
    try chaos.checkEnd()
  }
}
