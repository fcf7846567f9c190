import Console
import Synchronization
import TestKit
import Testing

@Suite("A progress line", .limited)
struct ProgressLineTests {
  /// A clock that a test moves.
  final class FakeClock: Sendable {
    private let now = Mutex(1000.0)
    var time: @Sendable () -> Double { { self.now.withLock(\.self) } }
    func advance(by seconds: Double) { now.withLock { $0 += seconds } }
  }

  let clock = FakeClock()
  let errors = MemorySink()

  private func terminal(isTTY: Bool = true, width: Int = 80) -> Terminal {
    Terminal(output: MemorySink(), errors: errors, isErrorTTY: isTTY, columns: { width })
  }

  /// What was drawn, one element for each drawing.
  private var drawings: [String] {
    errors.text.components(after: "\r\u{1B}[K")
  }

  @Test func tellsCountRateAndTimeLeft() {
    let line = ProgressLine("fits", total: 105_875, on: terminal(), clock: clock.time)
    clock.advance(by: 0.363)
    line.update(done: 12_345)
    #expect(drawings == ["fits  12,345 of 105,875  34,000/s  3 s left"])
  }

  @Test func drawsTenTimesASecondAtMost() {
    let line = ProgressLine("fits", total: 1000, on: terminal(), clock: clock.time)
    for count in 1...160 {
      clock.advance(by: 0.0625)
      line.update(done: count)
      line.update(done: count - 1)
    }
    #expect(drawings.count == 80)
    #expect(drawings.first == "fits  2 of 1,000  16/s  1 min 03 s left")
  }

  @Test func showsNothingForShortWork() {
    let line = ProgressLine("fits", total: 3, on: terminal(), clock: clock.time)
    clock.advance(by: 0.05)
    line.update(done: 3)
    line.finish()
    #expect(errors.text.isEmpty)
  }

  @Test func showsNothingInAFile() {
    let line = ProgressLine("fits", total: 3, on: terminal(isTTY: false), clock: clock.time)
    clock.advance(by: 10)
    line.update(done: 1)
    line.finish()
    #expect(errors.text.isEmpty)
  }

  @Test func erasesItselfOnce() {
    let line = ProgressLine("fits", total: 3, on: terminal(), clock: clock.time)
    clock.advance(by: 1)
    line.advance()
    line.finish()
    clock.advance(by: 1)
    line.advance()
    line.finish()
    #expect(drawings == ["fits  1 of 3  1.0/s  2 s left", ""])
  }

  @Test func makesRoomForMessages() {
    let terminal = terminal()
    let line = ProgressLine("fits", total: 3, on: terminal, clock: clock.time)
    clock.advance(by: 1)
    line.advance()
    terminal.err("warning: x")
    clock.advance(by: 1)
    line.advance()
    #expect(
      drawings == [
        "fits  1 of 3  1.0/s  2 s left", "warning: x\n", "fits  2 of 3  1.0/s  1 s left",
      ])
  }

  @Test(arguments: [1, 5, 20, 21, 30, 80])
  func staysNarrowerThanTheTerminal(_ width: Int) {
    let line = ProgressLine(
      "session517", total: 105_875, on: terminal(width: width), clock: clock.time)
    clock.advance(by: 1)
    line.update(done: 12_345)
    #expect(drawings.count == 1)
    #expect(drawings.allSatisfy { $0.count < width })
  }

  @Test func countsTheRateFromWhereItBegan() {
    let line = ProgressLine("fits", total: 2000, from: 1000, on: terminal(), clock: clock.time)
    clock.advance(by: 2)
    line.update(done: 1010)
    #expect(drawings == ["fits  1,010 of 2,000  5.0/s  3 min 18 s left"])
  }

  @Test func survivesUnlikelyNumbers() {
    let line = ProgressLine("fits", total: 0, on: terminal(), clock: { 7 })
    line.update(done: .max)
    let other = ProgressLine("fits", total: 0, on: terminal(), clock: clock.time)
    clock.advance(by: 1)
    other.update(done: .max)
    #expect(drawings == ["fits  9,223,372,036,854,775,807 of 0  1,000,000,000,000,000/s  0 s left"])
  }

  @Test func takesReportsFromManyThreads() async {
    let line = ProgressLine("fits", total: 80_000, on: terminal(), clock: clock.time)
    let clock = clock
    await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          for count in 1...10_000 {
            if count.isMultiple(of: 1000) { clock.advance(by: 0.02) }
            line.advance()
          }
        }
      }
    }
    clock.advance(by: 1)
    line.update(done: 0)
    #expect(drawings.last?.hasPrefix("fits  80,000 of 80,000") == true)
    #expect(drawings.allSatisfy { $0.hasPrefix("fits  ") })
  }
}

extension String {
  /// The parts that follow each occurrence of a separator.
  fileprivate func components(after separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).dropFirst().map(String.init)
  }
}
