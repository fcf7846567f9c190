import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Files {
  /// Puts a content in place of a file, or of none, in one step: a reader finds either whole.
  ///
  /// - Throws: ``FileError``, and what was there stays.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let file = try NewFile(at: path)
    try file.append(bytes)
    try file.replace()
  }

  /// Makes an empty file where there is none.
  static func touch(_ path: String) throws(FileError) {
    let descriptor = made(path)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {
      throw failure("write", path)
    }
  }

  /// Makes a file of which nothing may have the name, not even a link.
  ///
  /// - Returns: Its descriptor for writing at the end; negative, with the reason in `errno`.
  static func made(_ path: String) -> Int32 {
    uninterrupted {
      open(path, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    }
  }

  /// Makes a folder and those above it; it may be there already.
  package static func makeFolder(_ path: String) throws(FileError) {
    if isFolder(path) { return }
    let parent = Self.parent(of: path)
    if parent != path { try makeFolder(parent) }
    guard uninterrupted({ mkdir(path, 0o777) }) != 0 else { return }
    guard errno == EEXIST else { throw failure("make folder", path) }
    guard isFolder(path) else {
      let isLink = kind(of: path) == .link
      throw FileError(
        "make folder", path, "\(isLink ? "a link that leads to none" : "a file") is in the way")
    }
  }

  /// Renames a file or folder and waits until the new name is on the disk.
  ///
  /// - Returns: `false` where something else has the name already; the old name then stays.
  package static func rename(_ path: String, to target: String) throws(FileError) -> Bool {
    guard uninterrupted({ systemRename(path, target) }) == 0 else {
      if errno == EEXIST || errno == ENOTEMPTY { return false }
      throw failure("rename", path)
    }
    try flushFolder(parent(of: target))
    return true
  }

  /// Waits until the entries of a folder are on the disk.
  package static func flushFolder(_ path: String) throws(FileError) {
    let descriptor = uninterrupted { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw failure("open folder", path) }
    defer { close(descriptor) }
    guard uninterrupted({ fsync(descriptor) }) == 0 || errno == EINVAL else {
      throw failure("write", path)
    }
  }
}

private func systemRename(_ path: String, _ target: String) -> Int32 { rename(path, target) }
