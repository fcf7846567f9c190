import Foundation
import TestKit
import Testing

@Suite("Full disk", .enabled(if: SmallDisk.canBeMade, "only root on Linux may make a small disk"))
struct FullDiskTests {
  @Test func isNamedAndLeavesNothingUnderAFinalName() throws {
    let program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
    let disk = try SmallDisk(at: "\(program.path)/disk")
    let ending = try program.run("run", "small.json", "--runs", "disk/runs")
    #expect(ending.status == 3)
    #expect(ending.messages.contains("no space left on device"))
    #expect(ending.messages.contains("disk/runs/.partial/small-"))
    #expect(program.runs(in: "disk/runs").isEmpty)
    #expect(program.listing.allSatisfy { !$0.hasSuffix(".json") || $0 == "small.json" })
    withExtendedLifetime(disk) {}
  }
}

/// A disk of a few kilobytes in memory, which goes with the last reference to it.
final class SmallDisk {
  private let path: String

  init(at path: String, kilobytes: Int = 16) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    self.path = path
    guard Self.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path) else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  deinit {
    _ = Self.run("umount", path)
  }

  static let canBeMade: Bool = {
    guard let folder = try? TemporaryDirectory() else { return false }
    return (try? SmallDisk(at: "\(folder.path)/disk")) != nil
  }()

  private static func run(_ words: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
