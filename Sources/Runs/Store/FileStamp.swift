import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the file system knows of a file, by which a later look tells whether it was touched since.
///
/// Nobody can set the moment of the last change, so a file that was written in place, or replaced
/// by one that was made to look the same, has another stamp.
struct FileStamp: Hashable, Sendable {
  let inode: Int
  let size: Int
  /// When the content was written, ns since 1970.
  let written: Int
  /// When anything of the file was changed, ns since 1970.
  let changed: Int

  init(inode: Int, size: Int, written: Int, changed: Int) {
    (self.inode, self.size, self.written, self.changed) = (inode, size, written, changed)
  }

  /// The stamp of a file; `nil` for what is no regular file.
  init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    #if canImport(Darwin)
      let (written, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (written, changed) = (status.st_mtim, status.st_ctim)
    #endif
    self.init(
      inode: Int(truncatingIfNeeded: status.st_ino), size: Int(status.st_size),
      written: Self.nanoseconds(written), changed: Self.nanoseconds(changed))
  }

  /// When the content was written.
  var moment: Moment { Moment(milliseconds: written / 1_000_000) }

  /// The years 1678 to 2262 have room; another is as good as none.
  private static func nanoseconds(_ time: timespec) -> Int {
    let seconds = Int(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    let sum = seconds.partialValue.addingReportingOverflow(Int(time.tv_nsec))
    return seconds.overflow || sum.overflow ? .max : sum.partialValue
  }
}
