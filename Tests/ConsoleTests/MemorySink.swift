import Console
import Synchronization

/// A place in memory for bytes, so that tests can read what a command wrote.
final class MemorySink: ByteSink {
  private let stored = Mutex<[UInt8]>([])

  init() {}

  func write(_ bytes: [UInt8]) throws(WriteFailure) {
    stored.withLock { $0 += bytes }
  }

  var bytes: [UInt8] { stored.withLock(\.self) }
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
