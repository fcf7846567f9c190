import Foundation
import TestKit
import Testing

/// A spec over files of its own that takes about a second, and the bytes with which it has to end.
struct ChaosRun {
  /// At how many moments the program is killed; `UPSILON_CHAOS` sets it.
  static let rounds = Int(ProcessInfo.processInfo.environment["UPSILON_CHAOS"] ?? "") ?? 3
  /// What moments and damage are drawn from; `UPSILON_CHAOS_SEED` sets it.
  private static let seed =
    ProcessInfo.processInfo.environment["UPSILON_CHAOS_SEED"].flatMap(UInt64.init) ?? 2026
  /// How often everything else is tried.
  static let fewerRounds = max(min(3, rounds), rounds / 4)
  /// How often a crowd is let loose.
  static let crowds = max(2, rounds / 10)
  /// How long one test may take.
  static let minutes = 10 + rounds / 4

  /// The numbers of a test.
  static func generator(_ test: Int) -> SeededGenerator {
    SeededGenerator(seed: seed &* 1000 &+ UInt64(test))
  }

  let program: Program
  /// The manifest and the tables.
  let expected: [String: Data]
  /// The name of the run.
  let name: String
  let unitCount: Int
  /// How long it takes undisturbed, s.
  let seconds: Double

  /// Writes spec and data and computes them once, undisturbed, in a folder beside.
  init() throws {
    program = try Program()
    try program.directory.write(Self.spec, to: "chaos.json")
    try program.directory.write(Self.points, to: "points.csv")
    let ending = try program.run("run", "chaos.json", "--runs", "undisturbed", "--json")
    try #require(ending.status == 0, "\(ending.messages)")
    name = try #require(program.runs(in: "undisturbed").first)
    expected = try program.lastingFiles(in: "undisturbed/\(name)")
    unitCount = try #require(try Self.runs(ending).first?["units"] as? Int)
    seconds = ending.seconds
  }

  /// Four models and the offsets over a fine grid; a debug build is many times slower and gets a
  /// coarser one.
  private static var spec: String {
    #if DEBUG
      let step = "0.02"
    #else
      let step = "0.001"
    #endif
    return """
      {
        "upsilon": 1, "name": "chaos",
        "dataset": { "path": "points.csv", "format": "csv" },
        "model": { "fit": ["linear", "quadrature", "rational-taper", "tanh-taper"], "offset": {} },
        "grid": { "upsilon_disk": { "from": 0.3, "through": 0.7, "step": \(step) } },
        "analyses": [
          { "name": "mean", "summarize": "fits", "columns": ["chi2_reduced"], "statistics": ["mean"] }
        ]
      }
      """
  }

  private static let points: String = {
    let header = "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\n"
    return header
      + (1...15).map { galaxy in
        (1...12).map { point in
          let speed = 20 * galaxy + 60 * point / (point + 3) + 5 * (point * galaxy % 3)
          return "G\(galaxy),\(point),\(speed),4,\(3 * point),\(15 + galaxy * 2)\n"
        }.joined()
      }.joined()
  }()

  /// What `run --json` says of each run.
  static func runs(_ ending: Program.Ending) throws -> [[String: Any]] {
    try ending.json as? [[String: Any]] ?? []
  }

  /// Runs the spec to its end.
  func run(_ words: String = "") throws -> Program.Ending {
    try program.shell("upsilon run chaos.json \(words)")
  }

  /// Checks that nothing but whole and right runs stands under a final name.
  func checkFinalNames(in folder: String = "runs", _ comment: Comment? = nil) throws {
    for run in program.runs(in: folder) {
      #expect(run == name, comment)
      #expect(try program.lastingFiles(in: "\(folder)/\(run)") == expected, comment)
    }
  }

  /// Checks that the run is there, is right, and is the only thing in its folder.
  func checkEnd(in folder: String = "runs", _ comment: Comment? = nil) throws {
    try checkFinalNames(in: folder, comment)
    let entries = try FileManager.default.contentsOfDirectory(
      atPath: "\(program.path)/\(folder)")
    #expect(entries == [name], comment)
  }

  /// How many units the logs hold, as `clean` says.
  func keptUnits(in folder: String = "runs") throws -> Int {
    let ending = try program.run("clean", "--json", "--runs", folder)
    let things = try ending.json as? [[String: Any]] ?? []
    let remark = things.first { $0["kind"] as? String == "partial" }?["remark"] as? String
    let word = remark?.split(separator: " ").first.map { $0.replacing(",", with: "") }
    return word.flatMap { Int($0) } ?? 0
  }

  /// Removes the folder of runs.
  func startAnew(_ folder: String = "runs") {
    try? FileManager.default.removeItem(atPath: "\(program.path)/\(folder)")
  }

  /// The logs of the partial run.
  func logs(in folder: String = "runs") throws -> [URL] {
    try program.files(in: folder).keys.filter { $0.hasSuffix(".records") }.sorted()
      .map { URL(filePath: "\(program.path)/\(folder)/\($0)") }
  }

  /// Truncates a file or turns some of its bits over.
  static func damage(_ file: URL, _ generator: inout SeededGenerator) throws {
    var bytes = try Data(contentsOf: file)
    if Bool.random(using: &generator) {
      bytes = bytes.prefix(Int.random(in: 0..<max(1, bytes.count), using: &generator))
    } else {
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[bytes.indices.drawn(by: &generator)] ^=
          1 << UInt8.random(in: 0..<8, using: &generator)
      }
    }
    try bytes.write(to: file)
  }
}
