package import Testing

/// Ends the tests when one of them takes longer than it may.
///
/// A test that waits for a process or a lock cannot be stopped from outside, so the whole test
/// program ends, with a line that names what was still running: the run fails, and does not hang.
/// Every suite carries a limit.
///
/// The time runs from the last end of any test, not from the start of this one: all tests start at
/// once and wait for their turn.
package struct TimeLimit: SuiteTrait, TestTrait, TestScoping {
  private let limit: Duration

  package var isRecursive: Bool { true }

  fileprivate init(minutes: Int) {
    limit = .seconds(60 * minutes)
  }

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let number = TestWatch.shared.begin("\(test.id)", limit)
    defer { TestWatch.shared.end(number) }
    try await function()
  }
}

extension Trait where Self == TimeLimit {
  /// The limit that is enough for a test of computations, even in a debug build on a busy machine.
  package static var limited: Self { .limited(minutes: 10) }

  /// A limit of its own for a suite of long tests.
  package static func limited(minutes: Int) -> Self { TimeLimit(minutes: minutes) }
}
