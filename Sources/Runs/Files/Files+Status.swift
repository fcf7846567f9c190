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
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether nothing has this path, as against something that may not be looked at.
  package static func isMissing(_ path: String) -> Bool {
    access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }

  /// Whether a path is a folder itself, not a link to one.
  package static func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What a path itself is, links not followed; `nil` if nothing has it.
  package static func kind(of path: String) -> FileKind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// Waits until the content of a file that someone else wrote is on the disk.
  package static func flush(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("write", path, number: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError("write", path, number: errno) }
  }

  /// Puts a content in place of a file, or of none, in one step: a reader finds either whole.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let part = "\(path).\(getpid())"
    try write(bytes, to: part)
    do throws(FileError) {
      guard try rename(part, to: path) else {
        throw FileError("write", path, "a folder is in the way")
      }
    } catch {
      unlink(part)
      throw error
    }
  }

  /// Removes a folder if nothing is in it.
  package static func removeIfEmpty(_ folder: String) {
    rmdir(folder)
  }
}
