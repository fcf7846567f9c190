import Foundation
import Synchronization

/// Watches the tests that run, and ends the program when none of them comes to an end.
final class TestWatch: Sendable {
  private struct State {
    /// The tests that have begun and not ended, by a number for each.
    var running: [Int: (name: String, limit: Duration)] = [:]
    var begun = 0
    /// When the last one began or ended.
    var last = ContinuousClock.now
  }

  static let shared = TestWatch()

  private let state = Mutex(State())

  private init() {
    // A thread of its own: the tests may hold all others.
    let thread = Thread { [self] in
      while true {
        Thread.sleep(forTimeInterval: 1)
        if let reason = state.withLock({ Self.overdue($0, at: .now) }) { Self.end(reason) }
      }
    }
    thread.start()
  }

  /// Notes that a test begins; gives the number under which it ends.
  func begin(_ name: String, _ limit: Duration) -> Int {
    state.withLock { state in
      state.begun += 1
      state.running[state.begun] = (name, limit)
      state.last = .now
      return state.begun
    }
  }

  func end(_ number: Int) {
    state.withLock { state in
      state.running[number] = nil
      state.last = .now
    }
  }

  /// What is to be said if nothing has ended for longer than any running test may take.
  private static func overdue(_ state: State, at now: ContinuousClock.Instant) -> String? {
    guard let limit = state.running.values.map(\.limit).max(), now - state.last > limit else {
      return nil
    }
    let names = state.running.values.map(\.name).sorted().joined(separator: "\n  ")
    return "no test has ended for \(limit), and these are still running:\n  \(names)"
  }

  private static func end(_ reason: String) {
    FileHandle.standardError.write(Data("error: \(reason)\n".utf8))
    _exit(EXIT_FAILURE)
  }
}
