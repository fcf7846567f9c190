import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What may not be looked at counts as there, and as what is asked for: whoever then opens it
/// learns the reason, where a "no" would be believed.
extension Files {
  /// The size of a file in bytes; `nil` if there is no file, or if it is not a regular one.
  ///
  /// - Throws: ``FileError`` if the system does not tell.
  package static func size(of path: String) throws(FileError) -> Int? {
    var status = stat()
    guard uninterrupted({ stat(path, &status) }) == 0 else {
      if isAbsence(errno) { return nil }
      throw failure("read", path)
    }
    return FileKind(status) == .file ? Int(status.st_size) : nil
  }

  /// Whether something has this path.
  package static func exists(_ path: String) -> Bool {
    !isMissing(path)
  }

  /// Whether nothing has this path.
  package static func isMissing(_ path: String) -> Bool {
    uninterrupted({ access(path, F_OK) }) != 0 && isAbsence(errno)
  }

  /// Whether a path is a folder or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    guard uninterrupted({ stat(path, &status) }) == 0 else { return !isAbsence(errno) }
    return FileKind(status) == .folder
  }

  /// Whether a path is a folder itself, not a link to one.
  package static func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    guard uninterrupted({ lstat(path, &status) }) == 0 else { return !isAbsence(errno) }
    return FileKind(status) == .folder
  }

  /// What a path itself is, links not followed; `nil` if nothing has it.
  package static func kind(of path: String) -> FileKind? {
    var status = stat()
    guard uninterrupted({ lstat(path, &status) }) == 0 else {
      return isAbsence(errno) ? nil : .file
    }
    return FileKind(status)
  }

  /// Whether an error number says that nothing has a path: links in a circle lead nowhere, and no
  /// file has a name that is too long.
  private static func isAbsence(_ number: Int32) -> Bool {
    [ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG].contains(number)
  }
}
