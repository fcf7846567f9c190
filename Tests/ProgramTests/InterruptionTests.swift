import Foundation
import TestKit
import Testing

@Suite("Interruption", .limited)
struct InterruptionTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(Specs.large, to: "large.json")
  }

  /// Starts the large sweep and interrupts it as soon as some records are kept.
  private func interrupt() throws -> Program.Ending {
    let logged = try keptBytes
    let running = try program.start("run", "large.json")
    let deadline = ContinuousClock.now + .seconds(60)
    while try keptBytes < logged + 100_000, ContinuousClock.now < deadline {
      Thread.sleep(forTimeInterval: 0.01)
    }
    running.send(SIGINT)
    return try running.ending()
  }

  /// The size of all logs.
  private var keptBytes: Int {
    get throws {
      let partial = try program.files(in: "runs")
      return partial.filter { $0.key.hasSuffix(".records") }.reduce(0) { $0 + $1.value.count }
    }
  }

  @Test func stopsALargeSweepAndKeepsWhatIsDone() throws {
    let ending = try interrupt()
    #expect(ending.status == 130, "as a shell says of a program that an interrupt ended")
    #expect(ending.messages.contains("interrupted with "))
    #expect(ending.messages.contains(" of 840,500 units kept; nothing was published"))
    #expect(ending.messages.contains("the same command goes on from there"))
    // It is less than a second on an idle machine; other tests may run at the same time.
    #expect(ending.seconds < 4)
    #expect(program.runs().isEmpty)
    let again = try interrupt()
    #expect(again.output.contains("continued    "))
    #expect(again.output.contains(" of 840,500 units were there"))
    #expect(again.status == 130)
  }
}
