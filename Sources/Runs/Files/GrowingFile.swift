import Machine
import Support
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written part by part in a folder that nobody else knows yet, and hashed on the
/// way.
///
/// It ends by ``finish()``; what does not is removed.
final class GrowingFile: Sendable {
  private struct State {
    var hash = SHA256()
    var size = 0
    var isOpen = true
  }

  private let path: String
  private let descriptor: Int32
  private let state = Mutex(State())

  /// - Parameter path: The file; nothing may have its name.
  /// - Throws: ``FileError``, with nothing left behind.
  init(at path: String) throws(FileError) {
    self.path = path
    descriptor = Files.made(path)
    guard descriptor >= 0 else { throw Files.failure("write", path) }
  }

  deinit {
    guard state.withLock(\.isOpen) else { return }
    close(descriptor)
    unlink(path)
  }

  /// How many bytes it has.
  var size: Int { state.withLock(\.size) }

  /// Writes more of it.
  func append(_ bytes: [UInt8]) throws(FileError) {
    state.withLock { state in
      state.hash.update(bytes)
      state.size += bytes.count
    }
    do throws(SystemError) {
      try Descriptor(descriptor).writeAll(bytes)
    } catch {
      throw FileError("write", path, number: error.number)
    }
  }

  /// Waits until the file is on the disk, and closes it.
  ///
  /// - Returns: The hash of its content.
  /// - Throws: ``FileError``, with the file removed.
  func finish() throws(FileError) -> Fingerprint {
    var reason: FileError?
    if uninterrupted({ fsync(descriptor) }) != 0 { reason = Files.failure("write", path) }
    state.withLock { $0.isOpen = false }
    if close(descriptor) != 0, reason == nil, errno != EINTR {
      reason = Files.failure("write", path)
    }
    if let reason {
      unlink(path)
      throw reason
    }
    return state.withLock { Fingerprint(hash: $0.hash.finish()) }
  }
}
