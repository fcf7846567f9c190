import Foundation
import TestKit
import Testing

@Suite("Verify on the command line", .limited)
struct VerifyTests {
  private let program: Program
  private let run: String

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
    try program.run("run", "small.json")
    run = try #require(program.runs().first)
  }

  @Test func saysThatARunIsSound() throws {
    let ending = try program.run("verify", "small")
    #expect(ending.status == 0)
    #expect(ending.output.hasPrefix("runs/\(run)\n"))
    #expect(ending.output.hasSuffix("verdict      sound\n"))
  }

  @Test(arguments: [
    ("--recompute", "16 units, 5 tables, 24 rows: same to the bit"),
    ("--recompute --jobs 3", "16 units, 5 tables, 24 rows: same to the bit"),
    ("--recompute --fraction 0.3 --seed 7", "5 of 16 units, seed 7: same to the bit"),
  ])
  func saysWhatItComputedAnew(options: String, sentence: String) throws {
    let ending = try program.shell("upsilon verify small \(options)")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.output.contains("recomputed   \(sentence)\n"), "\(ending.output)")
  }

  @Test func countsProofs() throws {
    let ending = try program.run("verify", "small", "--prove")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.output.contains("proven       16 of 16 fits\n"), "\(ending.output)")
    let json = try program.run("verify", "small", "--prove", "--json").json as? [[String: Any]]
    let proven = json?.first?["proven"] as? [String: Int]
    #expect(proven == ["fits": 16, "proven": 16])
  }

  @Test func agreesWithTheSystemsOwnProgram() throws {
    #expect(try program.shell("cd runs/\(run) && sha256sum --strict -c SHA256SUMS").status == 0)
  }

  @Test func namesADamagedFile() throws {
    let table = "runs/\(run)/tables/fits.ecsv"
    let text = try program.directory.read(table)
    try program.directory.write(text.replacing("interior", with: "interioR"), to: table)
    let ending = try program.run("verify", "small")
    #expect(ending.status == 1)
    #expect(
      ending.output.contains("FAULT        tables/fits.ecsv has changed since the run was made"))
    #expect(ending.output.hasSuffix("verdict      1 fault\n"))
    let json = try program.run("verify", "small", "--json").json as? [[String: Any]]
    #expect(json?.first?["sound"] as? Bool == false)
  }

  /// A manifest with another number, and checksums that fit it.
  private func forge(_ old: String, _ new: String) throws {
    let path = "runs/\(run)/manifest.json"
    let text = try program.directory.read(path)
    try #require(text.contains(old))
    try program.directory.write(text.replacing(old, with: new), to: path)
    let names = "find . -type f ! -name SHA256SUMS | sed 's,^./,,' | LC_ALL=C sort"
    _ = try program.shell("cd runs/\(run) && \(names) | xargs sha256sum > SHA256SUMS")
  }

  @Test func namesAForgedManifest() throws {
    try forge("\"cells\": 2", "\"cells\": 999")
    let ending = try program.run("verify", "small", "--recompute")
    #expect(ending.status == 1)
    #expect(
      ending.output.contains(
        "FAULT        manifest.json says 999 cells, and the axes of its grid have 2"))
    #expect(ending.output.contains("manifest: /cells is 999, and 2 comes out\n"))
    #expect(ending.output.hasSuffix("verdict      2 faults\n"))
  }

  @Test func isSoundInOtherWords() throws {
    try forge("generated from seed 7", "seed 7 gave")
    #expect(try program.run("verify", "small").output.hasSuffix("verdict      sound\n"))
    let ending = try program.run("verify", "small", "--recompute")
    #expect(ending.status == 0)
    #expect(ending.output.contains("same to the bit\n"))
    #expect(ending.output.contains("manifest: in other words now: /dataset/"))
    #expect(ending.output.hasSuffix("verdict      sound, in other words\n"))
  }

  @Test func looksAtARunWithoutAManifest() throws {
    try FileManager.default.removeItem(atPath: "\(program.path)/runs/\(run)/manifest.json")
    for word in ["small", run, "runs/\(run)", String(run.suffix(12).prefix(5))] {
      let ending = try program.run("verify", word)
      #expect(ending.status == 1)
      #expect(ending.output.contains("manifest.json is missing"))
    }
    #expect(try program.run("show", "small").status == 2)
  }

  @Test(arguments: [
    ("verify nothing", "there is no run 'nothing'"),
    ("verify small --fraction 0.5", "'--fraction' says how to recompute"),
    ("verify small --seed 5", "'--seed' says how to recompute"),
    ("verify small --recompute --seed 5", "add '--fraction'"),
    ("verify small --recompute --fraction 0", "is not above 0 and up to 1"),
    ("verify small --recompute --fraction 1.5", "is not above 0 and up to 1"),
    ("why small --set name=other", "'--set' changes a spec"),
    ("why nothing", "there is no run 'nothing'"),
  ])
  func isRefusedWithAdvice(line: String, message: String) throws {
    let ending = try program.shell("upsilon \(line)")
    #expect(ending.status == 2)
    #expect(ending.output == "")
    #expect(ending.messages.contains(message), "\(ending.messages)")
  }

  @Test func namesWhatANewIdentityIsMadeOf() throws {
    let ending = try program.run("why", "small.json", "--set", "bounds.rational-taper.omega=[0,80]")
    #expect(ending.status == 0)
    #expect(ending.output.contains("nearest run: runs/\(run), of "))
    #expect(ending.output.contains("1 difference\n"))
    #expect(ending.output.contains("    /bounds/rational-taper/omega/1  90       80"))
    let there = try program.run("why", "small.json")
    #expect(there.output.contains("there: runs/\(run)"))
    #expect(!there.output.contains("nearest"))
  }

  @Test func tellsOfARunWhatItsIdentityIsMadeOf() throws {
    let text = try program.run("why", "small").output
    #expect(text.contains("method       rational-taper: v1_rational_taper"))
    #expect(text.contains("grid"))
    #expect(text.contains("data         generated"))
  }

  @Test func listsRunsAndTellsOfDamagedOnes() throws {
    try program.directory.write(Specs.other, to: "other.json")
    try program.run("run", "other.json")
    try program.directory.write("{", to: "runs/\(run)/manifest.json")
    try program.directory.write("", to: "runs/notes/readme")
    let ending = try program.run("list")
    #expect(ending.status == 0)
    let lines = ending.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("other") == true)
    #expect(lines.last?.contains("v1_fixed_ML +2") == true)
    #expect(lines.last?.contains("upsilon_disk 2") == true)
    let damage = "its manifest cannot be read: line 1, column 2: expected a key in double quotes"
    #expect(ending.messages.contains("warning: 'runs/\(run)' is damaged: \(damage)"))
    #expect(!ending.messages.contains("notes"))
    let json = try program.run("list", "--json").json as? [[String: Any]]
    #expect(json?.count == 2)
    #expect(json?.last?["damage"] as? String == damage)
  }

  @Test func marksAPinnedRun() throws {
    let identity = try program.identity(of: "small.json")
    #expect(try !program.run("list").output.contains("pinned"))
    try program.directory.write(
      "{\"identity\": \"\(identity)\"}", to: "experiments/small.json.lock")
    #expect(try program.run("list").output.contains("pinned"))
    #expect(try !program.run("list", "--specs", "elsewhere").output.contains("pinned"))
  }
}
