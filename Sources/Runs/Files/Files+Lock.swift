#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Files {
  /// Locks an open file for as long as it stays open; the system undoes it when the process ends.
  ///
  /// Where the file system knows no locks this does nothing.
  static func hold(_ descriptor: Int32) {
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  /// Whether a living process holds a file, or may do so: what may not be looked at counts as held.
  package static func isHeld(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return errno != ENOENT && errno != ENOTDIR }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
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
    guard fcntl(descriptor, F_SETLK, &lock) != 0 else { return true }
    return errno != EACCES && errno != EAGAIN
  }
}
