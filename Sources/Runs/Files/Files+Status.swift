import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Files {
  /// The size of a file in bytes; `nil` if there is no file, or if it is not a regular one.
  package static func size(of path: String) -> Int? {
    var status = stat()
    guard uninterrupted({ stat(path, &status) }) == 0, FileKind(status) == .file else { return nil }
    return Int(status.st_size)
  }

  /// Whether something has this path, or may have it: what may not be looked at is there.
  package static func exists(_ path: String) -> Bool {
    !isMissing(path)
  }

  /// Whether a path is a folder or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return uninterrupted({ stat(path, &status) }) == 0 && FileKind(status) == .folder
  }

  /// Whether nothing has this path, as against something that may not be looked at.
  package static func isMissing(_ path: String) -> Bool {
    uninterrupted({ access(path, F_OK) }) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }

  /// Whether a path is a folder itself, not a link to one.
  package static func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    return uninterrupted({ lstat(path, &status) }) == 0 && FileKind(status) == .folder
  }

  /// What a path itself is, links not followed; `nil` if nothing has it.
  package static func kind(of path: String) -> FileKind? {
    var status = stat()
    guard uninterrupted({ lstat(path, &status) }) == 0 else { return nil }
    return FileKind(status)
  }
}
