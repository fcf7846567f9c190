import Synchronization

/// Collects bytes and hands them on in large pieces.
///
/// After the first failure everything is dropped, so that a command need not look after each line
/// whether its reader is still there.
final class BufferedWriter: Sendable {
  private struct State {
    var pending: [UInt8] = []
    var failure: WriteFailure?
  }

  private let sink: any ByteSink
  private let capacity: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - sink: Where the bytes go.
  ///   - capacity: How many bytes to keep back at most.
  init(_ sink: any ByteSink, capacity: Int) {
    self.sink = sink
    self.capacity = capacity
  }

  func write(_ bytes: some Sequence<UInt8>) {
    state.withLock { state in
      guard state.failure == nil else { return }
      state.pending += bytes
      if state.pending.count > capacity { flush(&state) }
    }
  }

  func flush() {
    state.withLock { flush(&$0) }
  }

  var failure: WriteFailure? { state.withLock(\.failure) }

  private func flush(_ state: inout State) {
    guard !state.pending.isEmpty else { return }
    do throws(WriteFailure) {
      try sink.write(state.pending)
    } catch {
      state.failure = error
    }
    state.pending.removeAll(keepingCapacity: true)
  }
}
