import Foundation
import TestKit
import Testing

@Suite("Chaos: signals", .limited(minutes: ChaosRun.minutes), .slow, .serialized)
struct SignalTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(Specs.large, to: "large.json")
  }

  /// Waits until some records are kept.
  private func waitForRecords() throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline {
      let files = try program.files(in: "runs")
      if files.contains(where: { $0.key.hasSuffix(".records") && $0.value.count > 100_000 }) {
        return
      }
      Thread.sleep(forTimeInterval: 0.01)
    }
    Issue.record("no records within a minute")
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func endWithTheirOwnStatus(signal: Int32) throws {
    let running = try program.start("run", "large.json")
    try waitForRecords()
    running.send(signal)
    #expect(try running.ending(within: .seconds(60)).status == 128 + signal)
    #expect(program.runs().isEmpty)
    #expect(try program.run(["clean", "--yes"]).status == 0)
    #expect(FolderState(of: program.path).visible.keys.sorted() == ["large.json"])
  }

  /// As `nohup` does, and `&` in a script.
  @Test(arguments: [[SIGINT], [SIGHUP], [SIGINT, SIGTERM, SIGHUP]])
  func stayIgnoredWhereTheyWere(signals: [Int32]) throws {
    let chaos = try ChaosRun()
    let numbers = signals.map { "\($0)" }.joined(separator: " ")
    let running = try chaos.program.start(
      line: "trap '' \(numbers); exec upsilon run chaos.json")
    for signal in signals { running.send(signal, after: 0.2 * chaos.seconds) }
    let ending = try running.ending(within: .seconds(60))
    #expect(ending.status == 0, "\(ending.messages)")
    try chaos.checkEnd()
  }
}
