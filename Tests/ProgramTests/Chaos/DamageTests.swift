import Foundation
import TestKit
import Testing

@Suite("Chaos: damaged files", .limited(minutes: ChaosRun.minutes), .slow, .serialized)
struct DamageTests {
  private let chaos: ChaosRun

  init() throws {
    chaos = try ChaosRun()
  }

  private func file(_ path: String) -> URL {
    URL(filePath: "\(chaos.program.path)/\(path)")
  }

  @Test func costNoMoreThanTheUnitsInThem() throws {
    var generator = ChaosRun.generator(4)
    for round in 0..<ChaosRun.fewerRounds {
      chaos.startAnew()
      for index in 1...2 { _ = try chaos.run("--shard \(index)/3") }
      let logs = try chaos.logs()
      #expect(logs.count == 2)
      let whole = try chaos.keptUnits()
      try ChaosRun.damage(logs.drawn(by: &generator), &generator)
      let kept = try chaos.keptUnits()
      #expect(kept < whole)
      let ending = try chaos.run("--json")
      #expect(ending.status == 0, "round \(round): \(ending.messages)")
      #expect(
        try ChaosRun.runs(ending).first?["units_computed"] as? Int == chaos.unitCount - kept)
      try chaos.checkEnd("round \(round)")
    }
  }

  @Test func areToldOf() throws {
    _ = try chaos.run("--shard 1/2")
    let log = try #require(try chaos.logs().first)
    var bytes = try Data(contentsOf: log)
    bytes[bytes.count / 2] ^= 16
    try bytes.dropLast(5).write(to: log)
    let ending = try chaos.run()
    #expect(ending.messages.contains("is damaged in one place"))
    #expect(ending.messages.contains("ends within a block"))
    try chaos.checkEnd()
  }

  @Test func ofAFinishedRunAreNeverTakenForWhole() throws {
    var generator = ChaosRun.generator(5)
    try #require(try chaos.run().status == 0)
    let files = try chaos.program.files(in: "runs")
    for round in 0..<ChaosRun.fewerRounds {
      let path = files.keys.sorted().drawn(by: &generator)
      try ChaosRun.damage(file("runs/\(path)"), &generator)
      let ending = try chaos.run()
      #expect([0, 3].contains(ending.status), "round \(round), \(path): \(ending.messages)")
      if path.hasSuffix(".ecsv") {
        #expect(ending.status == 3, "round \(round), \(path)")
        #expect(ending.messages.contains(path))
      }
      try #require(files[path]).write(to: file("runs/\(path)"))
      try chaos.checkEnd("round \(round)")
    }
    #expect(try chaos.program.files(in: "runs") == files, "nothing was written")
  }

  @Test func ofTheDataGiveAnotherRunOrNone() throws {
    var generator = ChaosRun.generator(6)
    try #require(try chaos.run().status == 0)
    let whole = try Data(contentsOf: file("points.csv"))
    for round in 0..<ChaosRun.fewerRounds {
      try ChaosRun.damage(file("points.csv"), &generator)
      let ending = try chaos.run()
      #expect([0, 1, 2].contains(ending.status), "round \(round): \(ending.messages)")
      #expect(!ending.output.contains("there already") || ending.status == 2)
      #expect(chaos.program.runs().count == (ending.status == 2 ? 1 : 2))
      for run in chaos.program.runs() where run != chaos.name {
        chaos.startAnew("runs/\(run)")
      }
      try whole.write(to: file("points.csv"))
      #expect(try chaos.run().output.contains("there already"))
    }
    try chaos.checkEnd()
  }

  @Test(arguments: ["rm points.csv", "echo '{}' > chaos.json", "rm chaos.json points.csv"])
  func whileRunningDoNotMatter(change: String) throws {
    let running = try chaos.program.start("run", "chaos.json")
    Thread.sleep(forTimeInterval: 0.5 * chaos.seconds)
    _ = try chaos.program.shell(change)
    let ending = try running.ending()
    #expect(ending.status == 0, "\(ending.messages)")
    try chaos.checkEnd()
  }

  @Test func mayBeAllThatIsLeftOfTheFolderOfRuns() throws {
    var generator = ChaosRun.generator(7)
    for round in 0..<ChaosRun.fewerRounds {
      let running = try chaos.program.start("run", "chaos.json")
      Thread.sleep(forTimeInterval: Double.random(in: 0...chaos.seconds, using: &generator))
      _ = try chaos.program.shell("rm -rf runs")
      let ending = try running.ending()
      // While files are being written their folder is missed; before and after it is not. A run
      // that lost files while it was renamed is found by the program itself. Either way a path is
      // named.
      #expect([0, 3].contains(ending.status), "round \(round): \(ending.messages)")
      if ending.status == 3 { #expect(ending.messages.contains("'runs/")) }
      // What was renamed while its files were being removed may have lost some: away with it all.
      chaos.startAnew()
      #expect(try chaos.run().status == 0)
      try chaos.checkEnd("round \(round)")
      chaos.startAnew()
    }
  }
}
