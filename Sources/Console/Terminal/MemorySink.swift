import Synchronization

/// A place in memory for bytes, so that tests can read what a command wrote.
package final class MemorySink: ByteSink {
  private let stored = Mutex<[UInt8]>([])

  package init() {}

  package func write(_ bytes: [UInt8]) throws(WriteFailure) {
    stored.withLock { $0 += bytes }
  }

  package var bytes: [UInt8] { stored.withLock(\.self) }
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
