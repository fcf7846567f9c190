import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Files {
  /// Holds a file that was just made, for as long as it stays open; the system undoes it when the
  /// process ends.
  ///
  /// Where the file system knows no locks nothing is held.
  ///
  /// - Returns: `false` if somebody removed it before it was held.
  static func holdNew(_ descriptor: Int32) -> Bool {
    _ = uninterrupted { flock(descriptor, LOCK_EX) }
    var status = stat()
    return fstat(descriptor, &status) != 0 || status.st_nlink > 0
  }

  /// Whether a living process holds a file.
  package static func hold(of path: String) -> FileHold {
    let descriptor = uninterrupted {
      open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { return errno == ENOENT || errno == ENOTDIR ? .free : .unknown }
    defer { close(descriptor) }
    guard uninterrupted({ flock(descriptor, LOCK_SH | LOCK_NB) }) != 0 else { return .free }
    return errno == EWOULDBLOCK ? .held : .unknown
  }

  /// Claims bytes of an open file, if no other process has claimed any of them.
  ///
  /// A claim ends with its process at the latest. Where the file system knows no claims, every one
  /// succeeds.
  ///
  /// - Parameters:
  ///   - bytes: Offsets in the file; it need not have as many.
  ///   - descriptor: The file, which the process may open only once.
  /// - Returns: `false` if another process has a claim.
  static func claim(_ bytes: Range<Int>, of descriptor: Int32) -> Bool {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(bytes.lowerBound)
    lock.l_len = off_t(bytes.count)
    guard uninterrupted({ fcntl(descriptor, F_SETLK, &lock) }) != 0 else { return true }
    return errno != EACCES && errno != EAGAIN
  }
}
