import Foundation
import TestKit
import Testing

@Suite("Pin", .limited)
struct PinTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "specs/small.json")
  }

  private static let changed = Specs.small.replacing("[0, 90]", with: "[0, 8]")

  @Test func writesALockBesideTheSpecThatTheNextRunMeets() throws {
    let ending = try program.run("pin", "specs")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.output.hasPrefix("specs/small.json.lock: small-"))
    #expect(program.runs().count == 1)
    let locked = try program.run("run", "specs", "--locked")
    #expect(locked.status == 0)
    #expect(locked.output.contains("lock         as pinned\n"))
    let identity = try program.identity(of: "specs/small.json")
    #expect(program.listing.contains("runs/.pinned/\(identity)"))
  }

  @Test func keepsTheSameBytesWhenNothingChanged() throws {
    try program.run("pin", "specs")
    let lock = try program.directory.read("specs/small.json.lock")
    let again = try program.run("pin", "specs", "--runs", "elsewhere")
    #expect(again.status == 0)
    #expect(again.output.contains("is pinned already"))
    #expect(try program.directory.read("specs/small.json.lock") == lock)
    #expect(!lock.contains(program.path), "no path of the machine")
  }

  @Test func makesALockedRunFailWhenTheResultIsAnother() throws {
    try program.run("pin", "specs")
    try program.directory.write(Self.changed, to: "specs/small.json")
    let ending = try program.run("run", "specs", "--locked")
    #expect(ending.status == 1)
    #expect(ending.output.contains("'specs/small.json.lock' is not met"))
    #expect(ending.output.contains("/bounds/rational-taper/omega/1  90 → 8"))
    let json = try program.run("run", "specs", "--locked", "--json")
    #expect(json.status == 1)
    let runs = try #require(try json.json as? [[String: Any]])
    #expect((runs.first?["lock"] as? [String: Any])?["held"] as? Bool == false)
    let quiet = try program.run("run", "specs", "--locked", "--quiet")
    #expect(quiet.status == 1)
    #expect(quiet.messages.contains("is not met"))
  }

  @Test func letsARunPassWhoseIdentityAloneIsAnother() throws {
    try program.run("pin", "specs")
    let lock = try program.directory.read("specs/small.json.lock")
    let identity = try program.identity(of: "specs/small.json")
    let other = String(repeating: "a", count: 64)
    try program.directory.write(
      lock.replacing(identity, with: other), to: "specs/small.json.lock")
    let ending = try program.run("run", "specs", "--locked")
    #expect(ending.status == 0)
    #expect(ending.output.contains("although the identity is another"))
  }

  @Test func holdsForASpecUnderAnotherName() throws {
    try program.run("pin", "specs")
    let renamed = Specs.small.replacing("\"small\"", with: "\"renamed\"")
    try program.directory.write(renamed, to: "specs/small.json")
    let ending = try program.run("run", "specs", "--locked")
    #expect(ending.status == 0)
    #expect(ending.output.contains("lock         as pinned\n"))
  }

  @Test func showsTheDiffWhenItPinsAnew() throws {
    try program.run("pin", "specs")
    let old = try program.directory.read("specs/small.json.lock")
    try program.directory.write(Self.changed, to: "specs/small.json")
    let ending = try program.run("pin", "specs")
    #expect(ending.status == 0)
    #expect(ending.output.contains("/bounds/rational-taper/omega/1  90 → 8"))
    #expect(try program.directory.read("specs/small.json.lock") != old)
    #expect(try program.run("run", "specs", "--locked").status == 0)
  }

  @Test func refusesAResultThatMissesAnExpectation() throws {
    try program.directory.write(Specs.missed, to: "specs/small.json")
    let ending = try program.run("pin", "specs")
    #expect(ending.status == 1)
    #expect(ending.messages.contains("'specs/small.json' is not pinned"))
    #expect(!program.listing.contains { $0.hasSuffix(".lock") })
    #expect(!program.listing.contains("runs/.pinned"))
  }

  @Test func isTwoBeforeAnythingIsComputedWhereThereIsNoLock() throws {
    try program.directory.write(Specs.other, to: "specs/other.json")
    let before = program.listing
    let ending = try program.run("run", "specs", "--locked")
    #expect(ending.status == 2)
    #expect(ending.messages.contains("there is no lock 'specs/small.json.lock'"))
    #expect(ending.messages.contains("there is no lock 'specs/other.json.lock'"))
    #expect(ending.messages.contains("help: 'upsilon pin specs/small.json' writes it"))
    #expect(program.listing == before)
  }

  @Test func isTwoForSettingsAndForWhatIsNoLock() throws {
    try program.directory.write("{\"lock\": 0}", to: "specs/small.json.lock")
    let before = program.listing
    let ending = try program.run("run", "specs", "--locked")
    #expect(ending.status == 2)
    #expect(ending.messages.contains("'specs/small.json.lock' is a lock of version 1"))
    #expect(ending.messages.contains("'upsilon pin --upgrade specs/small.json' translates it"))
    let set = try program.run("run", "specs", "--locked", "--set", "name=x")
    #expect(set.status == 2)
    #expect(set.messages.contains("'--locked' and '--set' exclude each other"))
    #expect(program.listing == before)
  }

  @Test func isComparedAsASideOfADiff() throws {
    try program.run("pin", "specs")
    #expect(try program.run("diff", "specs/small.json.lock", "small").status == 0)
    let json = try program.run("pin", "specs", "--json")
    let list = try #require(try json.json as? [[String: Any]])
    #expect(list.map { $0["changed"] as? Bool } == [false])
  }
}
