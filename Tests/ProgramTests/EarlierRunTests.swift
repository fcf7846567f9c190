import Foundation
import TestKit
import Testing

/// A run that was made by engine 1, with its spec and its lock of version 1, stays readable.
@Suite("Run of engine 1", .limited)
struct EarlierRunTests {
  private let program: Program
  private let run = "tiny-bf8e90345f0a"

  /// Puts a copy of the kept files where the program works.
  init() throws {
    program = try Program()
    let kept = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Golden/engine-1").standardizedFileURL
    for name in ["runs", "tiny.json", "tiny.json.lock"] {
      try FileManager.default.copyItem(
        at: kept.appending(path: name), to: program.directory.url.appending(path: name))
    }
  }

  @Test func isShown() throws {
    let ending = try program.run("show", "tiny")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.output.contains("name         tiny\n"))
    #expect(ending.output.contains("plan         2 cells, 12 units\n"))
    #expect(try program.run("show", "bf8e90", "fits", "--rows", "3").status == 0)
  }

  @Test func isShownAsTheManifestThatItHas() throws {
    let ending = try program.run("show", run, "--json")
    #expect(ending.output == (try program.directory.read("runs/\(run)/manifest.json")))
  }

  @Test func isSound() throws {
    let ending = try program.run("verify", run)
    #expect(ending.status == 0, "\(ending.output)")
    #expect(ending.output.contains("verdict      sound\n"))
  }

  @Test func isListedAndPinnedByItsLock() throws {
    let list = try program.run("list", "--specs", ".", "--json")
    let runs = try #require(try list.json as? [[String: Any]])
    #expect(runs.count == 1)
    #expect(runs[0]["pinned"] as? Bool == true && runs[0]["damage"] is NSNull)
    #expect(runs[0]["name"] as? String == "tiny" && runs[0]["units"] as? Int == 12)
    try program.run("pin", "--upgrade", "tiny.json")
    #expect(try program.run("list", "--specs", ".").output.contains("pinned"))
  }

  @Test func isComparedWithARunOfThisEngine() throws {
    let changed = try program.directory.read("tiny.json").replacing("0.3, 0.5", with: "0.4, 0.5")
    try program.directory.write(changed, to: "changed.json")
    #expect(try program.run("run", "changed.json", "--runs", "others", "--quiet").status == 0)
    let other = try #require(program.runs(in: "others").first)
    for side in ["runs/\(run)", "runs/\(run)/manifest.json"] {
      let ending = try program.run("diff", side, "others/\(other)")
      #expect(ending.status == 1, "\(ending.messages)")
      #expect(ending.output.contains("/grid/upsilon_disk"))
    }
  }

  @Test func tellsWhatItsIdentityIsMadeOf() throws {
    let ending = try program.run("why", run)
    #expect(ending.status == 0)
    #expect(ending.output.contains("engine       1\n"))
    #expect(ending.output.contains("method       linear: v1_fixed_ML"))
  }

  @Test func isLeftAloneAndReplacedOnlyByANewerOne() throws {
    #expect(try program.run("clean").output.contains(run) == false)
    let changed = try program.directory.read("tiny.json").replacing("0.3, 0.5", with: "0.4, 0.5")
    try program.directory.write(changed, to: "changed.json")
    try program.run("run", "changed.json", "--quiet")
    #expect(try program.run("clean", "--specs", "elsewhere").output.hasPrefix("nothing"))
    try program.run("run", "tiny.json", "--quiet")
    #expect(try program.run("clean", "--specs", ".").output.contains(run) == false, "it is pinned")
    let shown = try program.run("clean", "--specs", "elsewhere").output
    #expect(shown.contains(run) && shown.contains(": engine 1 → 2"))
  }

  @Test func hasALockThatIsRefusedUntilItIsTranslated() throws {
    let advice = "'upsilon pin --upgrade tiny.json' translates it without computing"
    for words in [
      ["run", "tiny.json", "--locked"], ["pin", "tiny.json"], ["diff", "tiny.json.lock", run],
    ] {
      let ending = try program.shell("upsilon \(words.joined(separator: " "))")
      #expect(ending.status == 2)
      #expect(ending.messages.contains(advice), "\(ending.messages)")
    }
    let ending = try program.run("pin", "--upgrade", "tiny.json")
    #expect(ending.output == "tiny.json.lock: translated from version 1\n")
    let diff = try program.run("diff", "tiny.json.lock", run)
    #expect(diff.status == 0, "\(diff.output)")
    let locked = try program.run("run", "tiny.json", "--locked")
    #expect(locked.status == 1 && locked.output.contains("engine"), "\(locked.output)")
    #expect(
      try program.run("pin", "--upgrade", "tiny.json").output
        == "tiny.json.lock: is of this version already\n")
  }
}
