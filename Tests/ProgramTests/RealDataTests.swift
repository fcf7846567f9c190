import Foundation
import TestKit
import Testing

/// The published experiments over the published files.
///
/// The suite is skipped unless the variable `UPSILON_DATA` names a folder that holds `sparc/` with
/// the files that `upsilon data list` names.
@Suite(
  "Experiments on SPARC", .limited(minutes: 20), .slow,
  .enabled(if: RealData.exists, "set UPSILON_DATA to a folder that holds sparc/"))
struct RealDataTests {
  private let program: Program

  init() throws {
    program = try Program()
    try FileManager.default.copyItem(
      atPath: RealData.experiments, toPath: "\(program.path)/experiments")
  }

  private var environment: [String: String] { ["UPSILON_DATA": RealData.folder ?? ""] }

  @Test func meetTheirExpectations() throws {
    let ending = try program.run("run", "experiments/methodology", environment: environment)
    #expect(ending.status == 0, "\(ending.output)\(ending.messages)")
    let count = program.runs().count
    #expect(count >= 4)
    #expect(ending.output.contains("\(count) runs, \(count) as expected, 0 not"))
  }

  @Test func noticeAChangedExpectation() throws {
    let file = "experiments/methodology/batch.json"
    let spec = try program.directory.read(file)
    let changed = spec.replacing("\"equals\": 118", with: "\"equals\": 119")
    try #require(changed != spec)
    try program.directory.write(changed, to: file)
    let ending = try program.run("run", file, environment: environment)
    #expect(ending.status == 1)
    #expect(ending.output.contains("missed: fits · count: expected 119, found 118"))
  }

  @Test func tellWhatTheGlobalSearchChangesInSession441() throws {
    try program.run(
      "run", "experiments/session441/optimal-v1.json", "experiments/session441/optimal.json",
      environment: environment)
    let ending = try program.run(
      "diff", "session441-optimal-v1", "session441-optimal", environment: environment)
    #expect(ending.status == 1)
    let lines = ending.output.split(separator: "\n").map { String($0.drop { $0 == " " }) }
    #expect(lines.contains("cause        method (/methods/optimum)"))
    let start = try #require(lines.firstIndex(of: "status at_bound → interior: 7 rows"))
    // The galaxies that the published search leaves at the bound 5, with their global optimum.
    #expect(
      lines[(start + 2)...(start + 8)].map { $0.split(separator: " ").joined(separator: " ") } == [
        "NGC4085 5 → 0.2594", "NGC4051 5 → 0.3206", "NGC0891 5 → 0.4075", "NGC3877 5 → 0.4138",
        "NGC3953 5 → 0.4769", "NGC3949 5 → 0.4839", "NGC3521 5 → 0.6181",
      ])
    let plain = lines.first { $0.hasPrefix("point_rms") && $0.contains("plain") }
    #expect(
      plain?.split(separator: " ").dropFirst(3).joined(separator: " ") == "0.1071 → 0.06892 -0.0382"
    )
  }

  @Test func verifyTheirFiles() throws {
    let ending = try program.run("data", "verify", "sparc", environment: environment)
    #expect(ending.status == 0)
  }
}

enum RealData {
  static var folder: String? {
    ProcessInfo.processInfo.environment["UPSILON_DATA"].map {
      URL(filePath: $0).standardizedFileURL.path
    }
  }

  static var exists: Bool {
    guard let folder else { return false }
    return FileManager.default.fileExists(atPath: "\(folder)/sparc/MassModels_Lelli2016c.mrt")
  }

  /// The experiments that come with the program.
  static var experiments: String {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../experiments").standardizedFileURL.path
  }
}
