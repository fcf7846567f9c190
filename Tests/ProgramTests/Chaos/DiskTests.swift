import Foundation
import TestKit
import Testing

@Suite(
  "Chaos: disks", .limited(minutes: ChaosRun.minutes), .slow, .serialized,
  .enabled(if: SmallDisk.canBeMade, "only root on Linux may make a small disk"))
struct DiskTests {
  private let chaos: ChaosRun

  init() throws {
    chaos = try ChaosRun()
  }

  @Test func mayFillUpAtAnyMoment() throws {
    var generator = ChaosRun.generator(3)
    // Logs, tables and their folders; a run needs about twice its own size on the way.
    let size = chaos.expected.values.reduce(0) { $0 + $1.count } / 1024
    for round in 0..<ChaosRun.fewerRounds {
      let folder = "disk\(round)"
      let kilobytes = round == 0 ? 20 : Int.random(in: 4...(3 * size), using: &generator)
      let disk = try SmallDisk(at: "\(chaos.program.path)/\(folder)", kilobytes: kilobytes)
      let ending = try chaos.run("--runs \(folder)/runs")
      try chaos.checkFinalNames(in: "\(folder)/runs", "\(kilobytes) kB")
      if ending.status == 0 { continue }
      #expect(ending.status == 3)
      #expect(ending.messages.contains("no space left on device"), "\(ending.messages)")
      #expect(ending.messages.contains("'\(folder)/runs"), "\(ending.messages)")
      #expect(!ending.messages.contains("fatal"), "\(ending.messages)")
      #expect(chaos.program.runs(in: "\(folder)/runs").isEmpty)
      try disk.change("size=1g")
      let kept = try chaos.keptUnits(in: "\(folder)/runs")
      let again = try chaos.run("--json --runs \(folder)/runs")
      #expect(again.status == 0, "\(kilobytes) kB: \(again.messages)")
      let computed = try ChaosRun.runs(again).first?["units_computed"] as? Int
      #expect(computed == chaos.unitCount - kept, "\(kilobytes) kB")
      try chaos.checkEnd(in: "\(folder)/runs", "\(kilobytes) kB")
      withExtendedLifetime(disk) {}
    }
  }

  @Test func mayBeReadOnly() throws {
    let disk = try SmallDisk(at: "\(chaos.program.path)/disk", kilobytes: 20_000)
    try disk.change("ro")
    let ending = try chaos.run("--runs disk/runs")
    #expect(ending.status == 3)
    #expect(ending.messages.contains("cannot make folder 'disk/runs': read-only file system"))
    // A run that is there can be read from such a disk.
    try disk.change("rw")
    #expect(try chaos.run("--runs disk/runs").status == 0)
    try disk.change("ro")
    let again = try chaos.run("--runs disk/runs")
    #expect(again.status == 0)
    #expect(again.output.contains("there already"))
    withExtendedLifetime(disk) {}
  }
}
