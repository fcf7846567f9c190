import Support
import Synchronization

/// Where the bytes of a table go while it is made.
protocol TableSink: Sendable {
  /// Takes the bytes that follow.
  func append(_ bytes: [UInt8]) throws(FileError)

  /// Ends.
  ///
  /// - Returns: The hash of all bytes.
  func finish() throws(FileError) -> Fingerprint

  /// How many bytes there are.
  var size: Int { get }
}

extension GrowingFile: TableSink {}

/// Hashes the bytes of a table and keeps none of them.
final class HashSink: TableSink {
  private let state = Mutex((hash: SHA256(), size: 0))

  var size: Int { state.withLock(\.size) }

  func append(_ bytes: [UInt8]) {
    state.withLock { state in
      state.hash.update(bytes)
      state.size += bytes.count
    }
  }

  func finish() -> Fingerprint { state.withLock { Fingerprint(hash: $0.hash.finish()) } }
}
