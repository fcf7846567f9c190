import Machine
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written part by part in a folder that nobody else knows yet.
///
/// It ends by ``finish()``; what does not is removed.
final class GrowingFile: Sendable {
  private let path: String
  private let descriptor: Int32
  private let isOpen = Atomic(true)

  /// - Parameter path: The file; nothing may have its name.
  /// - Throws: ``FileError``, with nothing left behind.
  init(at path: String) throws(FileError) {
    let made = Files.made(path)
    guard made >= 0 else { throw Files.failure("write", path) }
    (self.path, descriptor) = (path, made)
  }

  deinit {
    guard isOpen.load(ordering: .relaxed) else { return }
    close(descriptor)
    unlink(path)
  }

  /// Writes more of it.
  func append(_ bytes: [UInt8]) throws(FileError) {
    do throws(SystemError) {
      try Descriptor(descriptor).writeAll(bytes)
    } catch {
      throw FileError("write", path, number: error.number)
    }
  }

  /// Waits until the file is on the disk, and closes it.
  ///
  /// - Throws: ``FileError``, with the file removed.
  func finish() throws(FileError) {
    var reason: FileError?
    if uninterrupted({ fsync(descriptor) }) != 0 { reason = Files.failure("write", path) }
    isOpen.store(false, ordering: .relaxed)
    if close(descriptor) != 0, reason == nil, errno != EINTR {
      reason = Files.failure("write", path)
    }
    if let reason {
      unlink(path)
      throw reason
    }
  }
}
