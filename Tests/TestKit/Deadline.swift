import Dispatch

/// What is done about something that takes too long.
package enum Deadline {
  /// A queue with a thread of its own: the tests may hold all others.
  private static let queue = DispatchQueue(label: "deadlines")

  /// Does something, and calls for help from another thread if it is not done in time.
  ///
  /// - Parameters:
  ///   - limit: The longest that it may take.
  ///   - body: What is done.
  ///   - help: What ends it from outside, such as killing the process that is waited for.
  /// - Returns: What comes of it.
  package static func within<Result>(
    _ limit: Duration, _ body: () throws -> Result, else help: @escaping @Sendable () -> Void
  ) rethrows -> Result {
    let work = start(limit, help)
    defer { work.cancel() }
    return try body()
  }

  /// The same for what may be suspended.
  package static func within(
    _ limit: Duration, _ body: () async throws -> Void, else help: @escaping @Sendable () -> Void
  ) async rethrows {
    let work = start(limit, help)
    defer { work.cancel() }
    try await body()
  }

  private static func start(
    _ limit: Duration, _ help: @escaping @Sendable () -> Void
  ) -> DispatchWorkItem {
    let work = DispatchWorkItem(block: help)
    queue.asyncAfter(deadline: .now() + limit.seconds, execute: work)
    return work
  }
}

extension Duration {
  /// The duration in seconds.
  package var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
