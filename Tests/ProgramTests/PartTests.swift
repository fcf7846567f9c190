import Foundation
import TestKit
import Testing

@Suite("Parts that travel", .limited)
struct PartTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
  }

  /// Writes a part.
  @discardableResult
  private func part(_ shard: String, to folder: String = "parts") throws -> Program.Ending {
    try program.run("run", "small.json", "--shard", shard, "--parts", folder)
  }

  private func parts() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(program.path)/parts").sorted()
  }

  @Test func areMergedFromAnyFolder() throws {
    try program.run("run", "small.json", "--runs", "whole")
    for index in 1...3 {
      let ending = try part("\(index)/3", to: "machine \(index)")
      #expect(ending.status == 0)
      #expect(ending.output.contains("  shard        \(index)/3, "))
      #expect(ending.output.contains(".\(index)-of-3.part"))
      #expect(ending.output.contains("merge small.json --parts \"machine \(index)\"'"))
    }
    #expect(program.runs().isEmpty)
    let words = ["merge", "small.json"] + (1...3).flatMap { ["--parts", "machine \($0)"] }
    let merge = try program.start(words).ending()
    #expect(merge.status == 0)
    #expect(merge.output.contains("continued    16 of 16 units were there"))
    #expect(try program.lastingFiles(in: "runs") == program.lastingFiles(in: "whole"))
    #expect(try part("2/3", to: "machine 2").output.contains("all of them there already"))
  }

  @Test func areNamedIfTheyAreNotWhatTheyShouldBe() throws {
    for index in 1...8 { try part("\(index)/8") }
    let change = "grid.upsilon_disk=[0.3, 0.7]"
    try program.run("run", "small.json", "--set", change, "--shard", "1/8", "--parts", "parts")
    let names = try parts()
    let own = names.filter { name in names.contains { $0.hasPrefix(name.prefix(18)) && $0 != name }
    }
    func path(_ index: Int) -> String {
      "parts/\(own.first { $0.contains(".\(index)-of-8.") } ?? "none")"
    }
    let files = FileManager.default
    try files.removeItem(atPath: "\(program.path)/\(path(2))")
    let cut = URL(filePath: "\(program.path)/\(path(5))")
    try Data(try Data(contentsOf: cut).prefix(400)).write(to: cut)
    try files.copyItem(
      atPath: "\(program.path)/\(path(3))", toPath: "\(program.path)/parts/again.part")
    let before = program.listing

    let merge = try program.run("merge", "small.json", "--parts", "parts")
    #expect(merge.status == 2)
    #expect(merge.messages.contains("is not complete; missing: shards 2/8, 5/8 ("))
    #expect(merge.messages.contains("the part '\(path(5))', 5/8, is cut short; nothing of it"))
    #expect(merge.messages.contains("is of another spec or other data, "))
    #expect(merge.messages.contains("the part '\(path(3))', 3/8, holds what 'parts/again.part'"))
    #expect(merge.messages.contains("'upsilon merge small.json --parts parts --missing' lists"))
    #expect(program.listing == before)

    let list = try program.run("merge", "small.json", "--parts", "parts", "--missing")
    #expect(list.status == 0)
    #expect(list.output == "2,5\n")
    #expect(list.messages.contains("  upsilon run small.json --shard 5/8 --parts parts\n"))
    #expect(program.listing == before)

    let again = try program.shell(
      "for i in $(upsilon merge small.json --parts parts --missing --quiet | tr , ' '); do "
        + "upsilon run small.json --shard $i/8 --parts parts --quiet; done; "
        + "upsilon merge small.json --parts parts --json")
    #expect(again.status == 0)
    #expect(again.output.contains("\"units_computed\": 0"))
    try program.run("run", "small.json", "--runs", "whole")
    #expect(try program.lastingFiles(in: "runs") == program.lastingFiles(in: "whole"))
    let done = try program.run("merge", "small.json", "--parts", "parts", "--missing")
    #expect(done.output == "\n")
    #expect(done.messages.hasPrefix("nothing of 'small-"))
  }

  @Test func tellProgramsWhatIsMissing() throws {
    try part("2/4")
    let ending = try program.run("merge", "small.json", "--parts", "parts", "--missing", "--json")
    let specs = try #require(try ending.json as? [[String: Any]])
    #expect(specs.first?["missing"] as? [Int] == [1, 3, 4])
    #expect(specs.first?["list"] as? String == "1,3,4")
    #expect(specs.first?["shards"] as? Int == 4)
    let found = try #require(specs.first?["parts"] as? [[String: Any]])
    #expect(found.first?["state"] as? String == "whole")
    #expect((specs.first?["commands"] as? [String])?.count == 3)
  }

  @Test func mustSayIntoHowManyThePlanIsDivided() throws {
    try FileManager.default.createDirectory(
      atPath: "\(program.path)/parts", withIntermediateDirectories: true)
    let words = ["merge", "small.json", "--parts", "parts", "--missing"]
    let ending = try program.start(words).ending()
    #expect(ending.status == 2)
    #expect(ending.messages.contains("do not say into how many it is divided"))
    #expect(try program.start(words + ["--shards", "3"]).ending().output == "1,2,3\n")
    let alone = try program.run("merge", "small.json", "--shards", "3")
    #expect(alone.status == 2)
    #expect(alone.messages.contains("'--shards' needs '--missing'"))
  }

  @Test func areTakenFromTheEngine() throws {
    let ending = try program.start(
      ["run", "small.json", "--shard", "env", "--parts", "parts", "--json"],
      environment: [
        "SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_MAX": "4",
        "SLURM_ARRAY_TASK_STEP": "1", "SLURM_ARRAY_TASK_COUNT": "4",
      ]
    ).ending()
    let parts = try #require(try ending.json as? [[String: Any]])
    #expect(parts.first?["shard"] as? String == "3/4")
    #expect((parts.first?["part"] as? String)?.hasSuffix(".3-of-4.part") == true)
    try program.directory.write("ProcId = 1\nTotalSubmitProcs = 4\n", to: "job.ad")
    let condor = try program.start(
      ["run", "small.json", "--shard", "env", "--parts", "parts", "--quiet"],
      environment: ["_CONDOR_JOB_AD": "job.ad"]
    ).ending()
    #expect(condor.output.hasSuffix(".2-of-4.part\n"))
  }

  @Test func areNotWrittenWhereNoEngineSpeaks() throws {
    let before = program.listing
    let ending = try part("env")
    #expect(ending.status == 2)
    #expect(ending.messages.contains("error: no engine says which part this is"))
    #expect(program.listing == before)
  }

  @Test func excludeLocksAndNeedAFolder() throws {
    let before = program.listing
    let locked = try program.run("run", "small.json", "--locked", "--parts", "parts")
    #expect(locked.status == 2)
    #expect(locked.messages.contains("'--locked' and '--parts' exclude each other"))
    let merge = try program.run("merge", "small.json", "--parts", "none")
    #expect(merge.status == 2)
    #expect(merge.messages.contains("there is no folder of parts 'none'"))
    #expect(program.listing == before)
    try program.directory.write("", to: "file")
    #expect(try part("1/2", to: "file").status == 3)
  }
}
