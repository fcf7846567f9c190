#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a path of the file system is.
package enum FileKind: String, Sendable {
  case file = "a file"
  case folder = "a folder"
  case link = "a link"
  case other = "a pipe, socket or device"

  init(_ status: stat) {
    self =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
  }
}
