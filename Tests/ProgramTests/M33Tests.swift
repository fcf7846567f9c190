import Foundation
import TestKit
import Testing

@Suite("M33 from an installed program", .limited(minutes: 20), .slow)
struct M33Tests {
  private let program: Program

  private static let spec = """
    {
      "upsilon": 1,
      "name": "m33",
      "dataset": "m33",
      "model": { "fit": ["linear", "rational-taper"] },
      "grid": { "upsilon_disk": [0.5, 1] },
      "expect": [
        { "table": "fits", "statistic": "count", "equals": 4 },
        { "table": "components", "statistic": "count", "equals": 58 }
      ]
    }
    """

  init() throws {
    program = try Program()
    try program.directory.write(Self.spec, to: "m33.json")
  }

  /// The files of remembered speeds in the folder of runs.
  private func remembered(in folder: String = "runs") -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: "\(program.path)/\(folder)/.components")
    return (names ?? []).sorted()
  }

  @Test func needsNeitherADataFolderNorTheSource() throws {
    _ = try program.directory.copyProgram(Program.executable, to: "elsewhere")
    let ending = try program.shell("UPSILON_DATA=/nonexistent ./elsewhere run m33.json")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.output.contains("m33: 1 galaxy, 58 points"))
    #expect(ending.output.contains("expectations 2 met, 0 missed"))
  }

  /// Every published number is an expectation of these specs.
  @Test(arguments: [
    "quickstart", "methodology/m33-models-v1", "methodology/m33-models",
    "methodology/m33-upsilon-v1", "methodology/m33-upsilon",
  ])
  func meetsTheExpectationsOfItsExperiments(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../experiments").standardizedFileURL
    let ending = try program.run("run", "\(folder.path)/\(name).json")
    #expect(ending.status == 0, "\(ending.output)\(ending.messages)")
    #expect(ending.output.contains(" met, 0 missed"))
  }

  @Test func isListedAndVerified() throws {
    let list = try program.run("data", "list")
    #expect(list.output.split(separator: "\n").contains { $0.hasPrefix("m33      built in") })
    #expect(!list.output.contains("m33:"), "nothing is to be done about it")
    let verified = try program.run("data", "verify", "m33")
    #expect(verified.status == 0)
    #expect(verified.output.contains("m33/points.csv in the program: right, 2,"))
    #expect(try program.run("data", "fetch", "m33").status == 0)
  }

  @Test func isRememberedByRunAlone() throws {
    let before = program.listing
    for line in ["plan m33.json", "plan m33.json --json", "check m33.json"] {
      #expect(try program.shell("upsilon \(line)").status == 0)
    }
    #expect(program.listing == before)
    try program.directory.write("{}", to: "wrong.json")
    #expect(try program.run("run", "m33.json", "wrong.json").status == 2)
    #expect(program.listing == before + ["wrong.json"])
    #expect(try program.run("run", "m33.json").status == 0)
    #expect(remembered().count == 2)
    #expect(program.runs().count == 1)
  }

  @Test func givesTheSameBytesWhateverIsRemembered() throws {
    #expect(try program.run("run", "m33.json", "--runs", "a").status == 0)
    for name in remembered(in: "a") {
      try program.directory.write("damaged", to: "b/.components/\(name)")
    }
    #expect(try program.run("run", "m33.json", "--runs", "b").status == 0)
    #expect(try program.lastingFiles(in: "a") == program.lastingFiles(in: "b"))
    #expect(remembered(in: "a") == remembered(in: "b"))
    for name in remembered(in: "a") {
      let texts = try ["a", "b"].map { try program.directory.read("\($0)/.components/\(name)") }
      #expect(texts[0] == texts[1], "what was damaged is mended")
    }
  }

  @Test func isComputedByTheMethodThatTheSpecNames() throws {
    let usual = try program.identity(of: "m33.json")
    let named = try program.identity(
      of: "m33.json", "--set", "methods.thin_disk=\"v2_thin_disk\"")
    let thick = try program.identity(of: "m33.json", "--set", "thickness.disk.sech2=0.3")
    #expect(named == usual)
    #expect(thick != usual && thick.count == 64)
    let refused = try program.run(
      "plan", "m33.json", "--set", "thickness.disk.sech2=0.3", "--set",
      "methods.thin_disk=\"v1_thin_disk_rings\"")
    #expect(refused.status == 2)
    #expect(refused.messages.contains("'v1_thin_disk_rings' knows no thickness"))
  }
}
