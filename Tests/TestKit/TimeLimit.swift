import Foundation
package import Testing

/// Ends the tests when one of them takes longer than it may.
///
/// A test that waits for a process or a lock cannot be stopped from outside, so the whole test
/// program ends, with a line that names the test: the run fails, and does not hang. Every suite
/// carries a limit, and each test of the suite, with each of its arguments, has the limit for
/// itself.
package struct TimeLimit: SuiteTrait, TestTrait, TestScoping {
  private let limit: Duration

  package var isRecursive: Bool { true }

  fileprivate init(minutes: Int) {
    limit = .seconds(60 * minutes)
  }

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let (name, limit) = ("\(test.id)", limit)
    try await Deadline.within(
      limit, function, else: { Self.end("\(name) took more than \(limit)") })
  }

  private static func end(_ reason: String) {
    FileHandle.standardError.write(Data("error: \(reason), and the tests end here\n".utf8))
    _exit(EXIT_FAILURE)
  }
}

extension Trait where Self == TimeLimit {
  /// The limit that is enough for a test of computations, even in a debug build on a busy machine.
  package static var limited: Self { .limited(minutes: 10) }

  /// A limit of its own for a suite of long tests.
  package static func limited(minutes: Int) -> Self { TimeLimit(minutes: minutes) }
}
