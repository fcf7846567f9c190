import Foundation
import TestKit
import Testing

@Suite("Several specs in one call", .limited)
struct BatchTests {
  private let program: Program
  private static let names = (1...6).map { "spec\($0)" }

  init() throws {
    program = try Program()
    for (number, name) in Self.names.enumerated() {
      // Each warns of a cut that drops nothing, in a base that all have.
      let text = Specs.small
        .replacing("\"small\"", with: "\"\(name)\", \"extends\": \"base.json\"")
        .replacing("\"seed\": 7", with: "\"seed\": \(number)")
      try program.directory.write(text, to: "specs/\(name).json")
    }
    try program.directory.write(
      #"{"upsilon": 1, "cuts": {"galaxies": ["points >= 1"]}}"#, to: "specs/base.json")
  }

  /// What is said but for the time that it took.
  private func words(_ ending: Program.Ending, _ folder: String) -> String {
    ending.output.replacing(/[0-9.]+ (s|ms)\b/, with: "0 s")
      .replacing(/\d+ jobs?/, with: "jobs").replacing(folder, with: "runs")
  }

  @Test func saysTheSameWithAnyNumberOfWorkers() throws {
    let alone = try program.run("run", "specs", "--jobs", "1", "--runs", "alone")
    #expect(alone.status == 0, "\(alone.messages)")
    for jobs in ["2", "7"] {
      let ending = try program.run("run", "specs", "--jobs", jobs, "--runs", "r\(jobs)")
      #expect(words(ending, "r\(jobs)") == words(alone, "alone"))
      #expect(ending.messages == alone.messages)
      #expect(try program.lastingFiles(in: "r\(jobs)") == program.lastingFiles(in: "alone"))
    }
  }

  @Test func warnsOnceOfACommonBase() throws {
    let ending = try program.run("run", "specs")
    #expect(ending.messages.components(separatedBy: "drops no galaxy").count == 2)
  }

  @Test func findsTheRunOfTheSameSpecThere() throws {
    let spec = "specs/spec1.json"
    let ending = try program.run("run", spec, "specs/spec2.json", spec, "--jobs", "4")
    #expect(ending.status == 0, "\(ending.messages)")
    let pieces = ending.output.components(separatedBy: "there already, nothing to compute")
    #expect(pieces.count == 2, "\(ending.output)")
    #expect(pieces.last?.contains("spec2 · ") == false, "the third is told of, not the second")
    #expect(program.runs().count == 2)
  }

  @Test func stopsAllThatAreAtWork() throws {
    for name in ["a", "b"] {
      let text = Specs.large.replacing("\"large\"", with: "\"\(name)\"")
        .replacing("\"seed\": 7", with: name == "a" ? "\"seed\": 7" : "\"seed\": 8")
      try program.directory.write(text, to: "large/\(name).json")
    }
    let running = try program.start("run", "large", "--jobs", "2")
    let deadline = ContinuousClock.now + .seconds(60)
    func hasKept() throws -> Bool {
      let logs = try program.files(in: "runs").filter { $0.key.hasSuffix(".records") }
      return logs.filter { $0.value.count > 50_000 }.count == 2
    }
    while try !hasKept(), ContinuousClock.now < deadline { Thread.sleep(forTimeInterval: 0.01) }
    running.send(SIGINT)
    let ending = try running.ending()
    #expect(ending.status == 130)
    #expect(ending.messages.contains("1,681,000 units kept; nothing was published"))
  }
}
