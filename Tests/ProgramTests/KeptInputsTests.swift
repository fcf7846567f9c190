import Foundation
import TestKit
import Testing

/// A run over somebody's own files keeps them, and is computed anew from them elsewhere.
@Suite("Inputs that runs keep", .limited)
struct KeptInputsTests {
  private let program: Program
  /// The only run, which was made from `mine/rings.csv`.
  private let run: String

  private static let rings = """
    name,Rad [arcsec],V [km/s],dV
    A,10,50,3
    A,20,70,3
    A,30,80,3
    B b,10,50,3
    B b,20,72,3
    B b,30,83,3

    """

  private static let spec = """
    {
      "upsilon": 1, "name": "own",
      "dataset": {
        "path": "../mine/rings.csv", "format": "table", "distance": 5,
        "columns": {
          "galaxy": "name", "radius": "Rad", "v_obs": "V",
          "e_v_obs": { "from": "dV", "unit": "km/s" }, "v_gas": { "value": 0 },
          "v_disk": { "value": 0 }
        }
      },
      "model": { "fit": ["linear"] },
      "grid": { "upsilon_disk": [0.5] }
    }
    """

  init() throws {
    program = try Program()
    try program.directory.write(Self.rings, to: "mine/rings.csv")
    try program.directory.write(Self.spec, to: "specs/own.json")
    let ending = try program.run("run", "specs/own.json", "--jobs", "1")
    #expect(ending.status == 0, "\(ending.messages)")
    run = try #require(program.runs().first)
  }

  private func inputs(of run: String, in folder: String = "runs") -> [String] {
    let path = "\(program.path)/\(folder)/\(run)/inputs"
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  private var input: String { "runs/\(run)/inputs/\(inputs(of: run)[0])" }

  /// Takes the user's own file away.
  private func lose() throws {
    try FileManager.default.removeItem(atPath: "\(program.path)/mine")
  }

  @Test func areTheFilesUnderTheirHashesAndInNoList() throws {
    #expect(inputs(of: run).count == 1)
    #expect(try program.directory.read(input) == Self.rings)
    let hash = try program.shell("sha256sum \(input)").output.prefix(64)
    #expect(input.hasSuffix("/\(hash)"))
    #expect(!(try program.directory.read("runs/\(run)/SHA256SUMS").contains("inputs")))
    let verified = try program.run("verify", run)
    #expect(verified.status == 0 && verified.output.contains("verdict      sound"))
  }

  @Test func areOneFileForAllRunsOfAFolder() throws {
    _ = try program.run("run", "specs/own.json", "--set", "grid.upsilon_disk=[0.6]")
    let runs = program.runs()
    #expect(runs.count == 2)
    let links = try program.shell("stat -c %h:%i runs/*/inputs/*").output.split(separator: "\n")
    #expect(links.count == 2 && Set(links).count == 1 && links[0].hasPrefix("2:"), "\(links)")
    for run in runs { #expect(try program.run("verify", run).status == 0) }
  }

  @Test func areFoundOnTheSameMachine() throws {
    try lose()
    for line in ["run runs/\(run)/spec.json --runs again", "check runs/\(run)/spec.json"] {
      let ending = try program.shell("upsilon \(line)")
      #expect(ending.status == 0, "\(ending.messages)")
    }
    #expect(program.runs(in: "again") == [run])
    #expect(inputs(of: run, in: "again") == inputs(of: run))
    #expect(try program.lastingFiles(in: "again") == program.lastingFiles(in: "runs"))
    let verified = try program.run("verify", run, "--recompute")
    #expect(verified.status == 0)
    #expect(verified.output.contains("same to the bit"), "\(verified.output)")
    #expect(verified.output.contains("verdict      sound\n"), "\(verified.output)")
  }

  @Test func areFoundOnAnotherMachine() throws {
    let other = try Program()
    _ = try program.shell("cp -r runs/\(run) \(other.path)/received")
    let ending = try other.run("run", "received/spec.json")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(other.runs() == [run])
    #expect(try other.lastingFiles(in: "runs") == program.lastingFiles(in: "runs"))
    #expect(try other.run("verify", "received", "--recompute").output.contains("same to the bit"))
  }

  @Test func areTakenFromOtherRunsOfTheFolder() throws {
    _ = try program.run("run", "specs/own.json", "--set", "grid.upsilon_disk=[0.6]")
    try lose()
    _ = try program.shell("rm -r runs/\(run)/inputs")
    let ending = try program.run("run", "runs/\(run)/spec.json", "--runs", "again")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(program.runs(in: "again") == [run])
  }

  @Test func areMissedInOneMessage() throws {
    try lose()
    _ = try program.shell("rm -r runs/\(run)/inputs")
    #expect(try program.run("verify", run).status == 0, "a run without them is whole")
    let ending = try program.run("run", "runs/\(run)/spec.json", "--runs", "again")
    #expect(ending.status == 2)
    #expect(ending.messages.contains("no file or folder '../mine/rings.csv'"))
    #expect(ending.messages.contains("keep 0: 'points/rings.csv' is inputs/"))
    #expect(!program.listing.contains("again"))
  }

  @Test func areNotTakenWhereTheyHaveChanged() throws {
    try lose()
    try program.directory.write(Self.rings.replacing("80", with: "90"), to: input)
    let verified = try program.run("verify", run)
    #expect(verified.status == 1)
    #expect(verified.output.contains("its name is not its SHA-256"), "\(verified.output)")
    #expect(try program.run("run", "runs/\(run)/spec.json", "--runs", "again").status == 2)
  }

  @Test func areToldFromStrangers() throws {
    try program.directory.write("x", to: "runs/\(run)/inputs/notes.txt")
    let verified = try program.run("verify", run)
    #expect(verified.status == 1)
    #expect(verified.output.contains("inputs/notes.txt"), "\(verified.output)")
  }

  @Test func areLeftOutWhereTheSpecSaysSo() throws {
    let identity = try program.identity(of: "specs/own.json")
    let setting = "outputs.inputs=false"
    #expect(try program.identity(of: "specs/own.json", "--set", setting) == identity)
    let ending = try program.run("run", "specs/own.json", "--runs", "bare", "--set", setting)
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(inputs(of: run, in: "bare").isEmpty)
    #expect(try program.directory.read("bare/\(run)/spec.json").contains("\"inputs\": false"))
    #expect(try program.run("verify", run, "--runs", "bare").status == 0)
  }

  @Test func areKeptByACopyOfARun() throws {
    _ = try program.shell("mv runs/\(run) runs/\(run.replacing("own-", with: "else-"))")
    let ending = try program.run("run", "specs/own.json")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(inputs(of: run).count == 1)
  }

  @Test(arguments: [(200, true), (201, false)])
  func areKeptUpToANumber(count: Int, areKept: Bool) throws {
    let row = "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\n"
    for index in 0..<count {
      try program.directory.write(
        row + "G\(index),1,50,3,1,\(index)\nG\(index),2,60,3,1,1\n", to: "many/g\(index).csv")
    }
    try program.directory.write(
      """
      { "upsilon": 1, "name": "many", "dataset": { "path": "many", "format": "table" },
        "model": { "fit": ["linear"] }, "grid": { "upsilon_disk": [0.5] } }
      """, to: "many.json")
    let ending = try program.run("run", "many.json", "--runs", "big")
    #expect(ending.status == 0, "\(ending.messages)")
    let run = try #require(program.runs(in: "big").first)
    #expect(inputs(of: run, in: "big").count == (areKept ? count : 0))
  }

  @Test func areNotKeptBeyondTheirSize() throws {
    let filling = String(repeating: "# \(String(repeating: "x", count: 997))\n", count: 20_000)
    try program.directory.write(filling + Self.rings, to: "mine/rings.csv")
    _ = try program.run("run", "specs/own.json", "--runs", "big")
    let run = try #require(program.runs(in: "big").first)
    #expect(inputs(of: run, in: "big").isEmpty)
  }

  @Test func leaveTheirNamesInTheJournal() throws {
    let text = try program.directory.read("runs/\(run)/journal.json")
    let journal = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(journal?["files"] as? [String] == ["rings.csv"])
    #expect(journal?["command"] as? String == "upsilon run own.json --jobs 1")
    let version = try program.run("--version").output.dropFirst("upsilon ".count).dropLast()
    #expect(journal?["version"] as? String == String(version))
  }

  /// Nothing of a command line tells where somebody's files are.
  @Test func leaveNoFolderInTheJournal() throws {
    let words = [
      "--runs=\(program.path)/x", "--set", "dataset.path=\"\(program.path)/mine/rings.csv\"",
      "--shard", "1/1",
    ]
    let ending = try program.start(
      ["run", "\(program.path)/specs/own.json"] + words, environment: [:]
    ).ending()
    #expect(ending.status == 0, "\(ending.messages)")
    let run = try #require(program.runs(in: "x").first)
    let text = try program.directory.read("x/\(run)/journal.json")
    #expect(
      text.contains(
        #"upsilon run own.json --runs=x --set 'dataset.path=…/rings.csv\"' --shard 1/1"#),
      "\(text)")
    #expect(!text.contains(program.path))
  }

  @Test func leaveTheirOriginInTheTables() throws {
    let text = try program.directory.read("runs/\(run)/tables/fits.ecsv")
    let meta = try #require(text.split(separator: "\n").first { $0.hasPrefix("# meta:") })
    for part in [
      "dataset: \"own table files\"", "citation: \"\"", "engine: ", "methods: {\"linear\":",
    ] {
      #expect(meta.contains(part), "\(meta)")
    }
  }
}
