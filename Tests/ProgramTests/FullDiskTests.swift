import Foundation
import TestKit
import Testing

@Suite(
  "Full disk", .limited,
  .enabled(if: SmallDisk.canBeMade, "only root on Linux may make a small disk"))
struct FullDiskTests {
  @Test func isNamedAndLeavesNothingUnderAFinalName() throws {
    let program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
    let disk = try SmallDisk(at: "\(program.path)/disk")
    let ending = try program.run("run", "small.json", "--runs", "disk/runs")
    #expect(ending.status == 3)
    #expect(ending.messages.contains("no space left on device"))
    #expect(ending.messages.contains("disk/runs/.partial/"))
    #expect(program.runs(in: "disk/runs").isEmpty)
    #expect(program.listing.allSatisfy { !$0.hasSuffix(".json") || $0 == "small.json" })
    try disk.change("size=1m")
    let again = try program.run("run", "small.json", "--runs", "disk/runs")
    #expect(again.status == 0)
    #expect(again.output.contains("continued    16 of 16 units were there"))
    #expect(try program.files(in: "disk/runs").keys.allSatisfy { !$0.contains("partial") })
    withExtendedLifetime(disk) {}
  }
}
