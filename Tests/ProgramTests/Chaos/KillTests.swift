import Foundation
import TestKit
import Testing

@Suite("Chaos: kills", .limited(minutes: ChaosRun.minutes), .slow, .serialized)
struct KillTests {
  private let chaos: ChaosRun

  init() throws {
    chaos = try ChaosRun()
  }

  @Test func loseNothingThatWasDone() throws {
    var generator = ChaosRun.generator(1)
    var kept = 0
    for round in 0..<ChaosRun.rounds {
      let moment = Double.random(in: 0...(1.2 * chaos.seconds), using: &generator)
      let running = try chaos.program.start("run", "chaos.json")
      running.send(SIGKILL, after: moment)
      let ending = try running.ending()
      #expect([0, 137].contains(ending.status), "round \(round): \(ending.messages)")
      try chaos.checkFinalNames("round \(round), killed after \(moment) s")
      guard chaos.program.runs().isEmpty else {
        // The next kill finds nothing, as this one did when it began.
        try chaos.checkEndAfterKill()
        kept = 0
        continue
      }
      let now = try chaos.keptUnits()
      #expect(now >= kept, "round \(round)")
      kept = now
    }
    let ending = try chaos.run("--json")
    #expect(ending.status == 0, "\(ending.messages)")
    // A kill between two pages of a block leaves its beginning, which nobody counted as kept.
    #expect(
      ending.messages.split(separator: "\n").allSatisfy { $0.contains(" ends within a block; ") },
      "a kill damages no log: \(ending.messages)")
    if kept > 0 {
      let computed = try ChaosRun.runs(ending).first?["units_computed"] as? Int
      #expect(computed == chaos.unitCount - kept)
    }
    try chaos.checkEnd()
  }

  @Test func loseNoShard() throws {
    var generator = ChaosRun.generator(2)
    for count in [1, 2, 3, 7, 64].prefix(max(3, ChaosRun.rounds)) {
      for index in (1...count).shuffled(using: &generator) {
        if count < 64 {
          let running = try chaos.program.start("run", "chaos.json", "--shard", "\(index)/\(count)")
          running.send(SIGKILL, after: Double.random(in: 0...chaos.seconds, using: &generator))
          _ = try running.ending()
        }
        #expect(try chaos.run("--shard \(index)/\(count)").status == 0)
      }
      try chaos.checkEnd("\(count) shards")
      chaos.startAnew()
    }
  }
}

extension ChaosRun {
  /// Checks a run whose process may have been killed between publishing and tidying up.
  fileprivate func checkEndAfterKill() throws {
    let again = try run()
    #expect(again.output.contains("there already"))
    try checkEnd()
    startAnew()
  }
}
