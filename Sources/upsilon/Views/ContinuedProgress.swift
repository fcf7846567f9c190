import Console
import Runs
import Synchronization

/// The progress line of a run, which begins once it is known what there is to do.
final class ContinuedProgress: Sendable {
  private let name: String
  private let terminal: Terminal
  private let line = Mutex<ProgressLine?>(nil)

  init(_ name: String, on terminal: Terminal) {
    self.name = name
    self.terminal = terminal
  }

  /// Begins with what was there.
  func begin(_ found: Continuation) {
    let begun = ProgressLine(
      name, total: found.total, from: found.kept, on: terminal, clock: monotonicSeconds)
    line.withLock { $0 = begun }
    if found.kept == found.total { finish() }
  }

  /// Reports how many units are done; the line goes with the last.
  func update(done: Int) {
    guard let line = line.withLock({ $0 }) else { return }
    line.update(done: done)
    if done == line.total { line.finish() }
  }

  func finish() {
    line.withLock { $0 }?.finish()
  }
}
