import Foundation
import TestKit
import Testing

@Suite("Chaos: the data folder", .limited(minutes: ChaosRun.minutes), .serialized)
struct DataKillTests {
  private let program: Program
  private static let points = "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\nA,1,50,2,10,30\n"

  init() throws {
    program = try Program()
    try program.directory.write(Self.points, to: "mine/points.csv")
  }

  /// Writes a registry with one file, of which it may have any number of bytes.
  private func register(bytes: Int, sha256: String) throws {
    try program.directory.write(
      """
      { "registry": 1, "datasets": [
        { "name": "made", "title": "t", "citation": "c", "licence": "l", "format": "csv",
          "files": [{ "role": "points", "name": "points.csv", "urls": ["http://127.0.0.1/x"],
            "variants": [{ "bytes": \(bytes), "sha256": "\(sha256)" }] }] }
      ] }
      """, to: "data/registry.json")
  }

  /// Registers the points of the folder `mine`.
  private func registerPoints() throws {
    let sum = try program.shell("sha256sum mine/points.csv || shasum -a 256 mine/points.csv")
    try register(bytes: Self.points.utf8.count, sha256: String(sum.output.prefix(64)))
  }

  /// Whether a process is there and has not ended.
  private func isAlive(_ id: Int32) -> Bool {
    guard kill(id, 0) == 0 else { return false }
    let status = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)
    return status?.contains(") Z ") != true
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGINT, SIGHUP])
  func endsADownloadWithItsParent(_ signal: Int32) throws {
    try register(bytes: 1 << 27, sha256: String(repeating: "0a", count: 32))
    let script = try program.directory.write(
      """
      #!/bin/sh
      echo $$ > started
      mv started pid
      while :; do echo more; sleep 0.05; done
      """, to: "curl.txt")
    try FileManager.default.createDirectory(
      atPath: "\(program.path)/bin", withIntermediateDirectories: true)
    _ = try program.directory.copyProgram(script, to: "bin/curl")
    let path = "\(program.path)/bin:\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
    let running = try program.start(["data", "fetch", "made"], environment: ["PATH": path])
    let deadline = ContinuousClock.now + .seconds(60)
    var id: Int32?
    while id == nil, ContinuousClock.now < deadline {
      Thread.sleep(forTimeInterval: 0.02)
      id = (try? program.directory.read("pid")).flatMap { Int32($0.prefix { $0.isNumber }) }
    }
    let curl = try #require(id)
    running.send(signal)
    _ = try running.ending()
    while isAlive(curl), ContinuousClock.now < deadline { Thread.sleep(forTimeInterval: 0.02) }
    #expect(!isAlive(curl))
    #expect(program.listing.filter { $0.hasPrefix("data/") } == ["data/registry.json"])
  }

  @Test func bearsACrowdOfImports() throws {
    try registerPoints()
    let alone = (try? program.shell("unshare -pf --mount-proc true").status) == 0
    for round in 0..<3 {
      // Where it can be, each of them is the first process of its own world.
      let ending = try program.shell(
        """
        for number in 1 2 3 4 5 6 7 8; do
          \(alone ? "unshare -pf --mount-proc" : "") upsilon data import mine > /dev/null || \
        echo failed &
        done
        while kill -0 $! 2> /dev/null; do
          [ ! -e data/made/points.csv ] || cmp mine/points.csv data/made/points.csv
        done
        wait
        """)
      #expect(ending.output == "" && ending.messages == "", "round \(round)")
      let files = program.listing.filter { $0.hasPrefix("data/") }
      #expect(files == ["data/made", "data/made/points.csv", "data/registry.json"])
      try FileManager.default.removeItem(atPath: "\(program.path)/data/made")
    }
  }

  @Test func survivesKillsOfImports() throws {
    try registerPoints()
    var generator = SeededGenerator(seed: 3)
    for round in 0..<ChaosRun.rounds {
      let running = try program.start("data", "import", "mine")
      running.send(SIGKILL, after: Double.random(in: 0...0.05, using: &generator))
      _ = try running.ending()
      let final = "\(program.path)/data/made/points.csv"
      if let content = try? String(contentsOfFile: final, encoding: .utf8) {
        #expect(content == Self.points, "round \(round)")
      }
      if round % 2 == 0 { try? FileManager.default.removeItem(atPath: final) }
    }
    #expect(try program.run("data", "import", "mine").status == 0)
    let files = program.listing.filter { $0.hasPrefix("data/") }
    #expect(files == ["data/made", "data/made/points.csv", "data/registry.json"])
  }

  @Test(
    .enabled(if: (try? ChildProgram.run(["unzip", "-v"]).status) == 0, "unzip is not installed"),
    arguments: [
      ["UNZIP": "-l"], ["UNZIP": "-t"], ["UNZIPOPT": "-x points.csv"], ["ZIPINFO": "-1"],
      ["ZIPINFOOPT": "-1"], ["UNZIP": "-ql", "UNZIPOPT": "-l"], ["LC_ALL": "nowhere"],
    ])
  func takesNoAdviceForUnzip(_ environment: [String: String]) throws {
    let archive = MadeArchive(
      .init("points.csv", Self.points + "A,2,60,2,12,35\nA,3,61,2,12,35\n"))
    try Data(archive.bytes).write(to: program.directory.url.appending(path: "mine.zip"))
    try program.directory.write(
      """
      { "upsilon": 1, "name": "zipped", "dataset": { "path": "mine.zip", "format": "csv" },
        "model": { "fit": ["linear"] }, "grid": { "upsilon_disk": [0.5] } }
      """, to: "zipped.json")
    let ending = try program.run("check", "zipped.json", environment: environment)
    #expect(ending.status == 0, "\(ending.messages)")
  }
}
