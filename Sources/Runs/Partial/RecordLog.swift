import Machine
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The log to which this process appends the records it computes.
///
/// Each block is there once it is appended, even if the process is killed; it is on the disk a
/// second later at most, as long as more are appended. The process holds the file while it lives.
final class RecordLog: Sendable {
  /// How long records may wait before they are brought to the disk.
  private static let patience = Duration.seconds(1)

  let path: String
  private let descriptor: Int32
  private let seed: UInt64
  private let state: Mutex<State>

  /// What changes while the log is written.
  private struct State {
    var isEmpty = true
    /// How many bytes the file has.
    var size: Int
    var flushed = ContinuousClock.now
  }

  /// Makes a log in a folder that may be removed at the same time.
  ///
  /// - Parameters:
  ///   - path: The file, which must be new.
  ///   - head: What it begins with.
  /// - Throws: ``FileError``, with no file left behind.
  init(at path: String, _ head: RecordLogHead) throws(FileError) {
    descriptor = try Self.made(path)
    self.path = path
    seed = head.layout.seed
    let bytes = RecordWords.bytes(head.words)
    state = Mutex(State(size: bytes.count))
    do throws(FileError) {
      try write(bytes)
    } catch {
      unlink(path)
      throw error
    }
  }

  deinit {
    close(descriptor)
  }

  /// Whether nothing has been appended.
  var isEmpty: Bool { state.withLock(\.isEmpty) }

  /// Appends the records of a piece.
  ///
  /// - Returns: Where they stand.
  func append(
    _ piece: UnitPiece, _ records: UnsafeBufferPointer<Double>
  ) throws(FileError) -> RecordPlace {
    let block = RecordBlock.bytes(piece, records, seed: seed)
    let (offset, isDue) = try state.withLock { state throws(FileError) in
      try write(block)
      let offset = state.size
      state.size += block.count
      state.isEmpty = false
      let now = ContinuousClock.now
      let isDue = state.flushed.duration(to: now) >= Self.patience
      if isDue { state.flushed = now }
      return (offset, isDue)
    }
    if isDue { try flush() }
    return RecordPlace(log: path, offset: offset, units: piece.units)
  }

  private func write(_ bytes: [UInt8]) throws(FileError) {
    do throws(SystemError) {
      try Descriptor(descriptor).writeAll(bytes)
    } catch {
      throw FileError("write", path, number: error.number)
    }
  }

  /// Waits until all that was appended is on the disk.
  func flush() throws(FileError) {
    guard uninterrupted({ fsync(descriptor) }) == 0 else {
      throw FileError("write", path, number: errno)
    }
  }

  /// Makes the file and holds it.
  ///
  /// Between the two another process may take it for abandoned and remove it; then it is made
  /// again.
  private static func made(_ path: String) throws(FileError) -> Int32 {
    while true {
      let descriptor = Files.made(path)
      guard descriptor >= 0 else { throw FileError("write", path, number: errno) }
      if Files.holdNew(descriptor) { return descriptor }
      close(descriptor)
    }
  }
}
