import Support
import Synchronization

/// A line on standard error that says how far the work has come.
///
///     fits  12,345 of 105,875  34,000/s  3 s left
///
/// Any number of threads may report as often as they like: a report is a few atomic operations and
/// one look at the clock. The line is drawn ten times a second at most, for the first time a tenth
/// of a second after the start, and only where standard error is a terminal.
package final class ProgressLine: Sendable {
  private static let interval = 0.1

  private struct State {
    var isDrawn = false
    var isFinished = false
  }

  /// How much there is to do.
  package let total: Int
  private let label: String
  private let origin: Int
  private let start: Double
  private let terminal: Terminal
  private let clock: @Sendable () -> Double

  private let done: Atomic<Int>
  /// The bit pattern of the time before which nothing is drawn.
  private let due: Atomic<UInt64>
  /// Held while drawing, so that nothing is drawn afterwards.
  private let state = Mutex(State())

  /// - Parameters:
  ///   - label: What is being done.
  ///   - total: How much there is to do.
  ///   - origin: How much was done before, as when an interrupted run goes on.
  ///   - terminal: Where the line is drawn.
  ///   - clock: Seconds since any fixed moment, never going back.
  package init(
    _ label: String, total: Int, from origin: Int = 0, on terminal: Terminal,
    clock: @escaping @Sendable () -> Double
  ) {
    self.label = label
    self.total = total
    self.origin = origin
    self.terminal = terminal
    self.clock = clock
    start = clock()
    done = Atomic(origin)
    due = Atomic((start + Self.interval).bitPattern)
  }

  /// Reports how much is done; a report that comes late does not take the count back.
  package func update(done count: Int) {
    guard terminal.showsStatus else { return }
    done.max(count, ordering: .relaxed)
    drawIfDue()
  }

  /// Reports that more is done.
  package func advance(by count: Int = 1) {
    guard terminal.showsStatus else { return }
    done.add(count, ordering: .relaxed)
    drawIfDue()
  }

  /// Erases the line; later reports draw nothing.
  package func finish() {
    state.withLock { state in
      // What another line has drawn is not for this one to erase.
      if state.isDrawn, !state.isFinished { terminal.clearStatus() }
      state.isFinished = true
    }
  }

  private func drawIfDue() {
    let now = clock()
    let planned = due.load(ordering: .relaxed)
    guard now >= Double(bitPattern: planned) else { return }
    let (isMine, _) = due.compareExchange(
      expected: planned, desired: (now + Self.interval).bitPattern, ordering: .relaxed)
    guard isMine else { return }
    state.withLock { state in
      if state.isFinished { return }
      terminal.status(text(at: now))
      state.isDrawn = true
    }
  }

  /// The line at a moment, one column narrower than the terminal, so that it never wraps.
  ///
  /// What does not fit is left out from the right, part by part.
  private func text(at now: Double) -> String {
    let done = done.load(ordering: .relaxed)
    var parts = ["\(done.grouped) of \(total.grouped)"]
    let rate = Double(done - origin) / (now - start)
    if rate > 0, rate.isFinite {
      parts.append(Self.rate(rate))
      parts.append("\(DurationText.expected(Double(total - done) / rate)) left")
    }
    let limit = max(0, terminal.width - 1)
    return parts.reduce(String(label.prefix(limit))) { line, part in
      line.count + 2 + part.count <= limit ? "\(line)  \(part)" : line
    }
  }

  /// A rate with two significant digits: `34,000/s`, `3.4/s`.
  private static func rate(_ rate: Double) -> String {
    guard rate >= 10 else { return NumberFormat(digits: 2).text(rate) + "/s" }
    var (scale, lead) = (1, Int(min(rate, 1e15).rounded()))
    while lead >= 100 {
      lead = (lead + 5) / 10
      scale *= 10
    }
    return (lead * scale).grouped + "/s"
  }
}
