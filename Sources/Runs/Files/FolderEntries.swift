import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a folder holds.
package struct FolderEntries: Sendable {
  /// The names, sorted by their bytes.
  package private(set) var names: [String] = []
  /// The names that are not UTF-8, with `\xE9` for such a byte; no path leads to these.
  package private(set) var unreadable: [String] = []

  /// - Throws: ``FileError`` if the folder cannot be read to its end.
  package init(of folder: String) throws(FileError) {
    var opened = opendir(folder)
    while opened == nil, errno == EINTR { opened = opendir(folder) }
    guard let directory = opened else { throw Files.failure("list", folder) }
    defer { closedir(directory) }
    while true {
      errno = 0
      guard let entry = readdir(directory) else {
        if errno == EINTR { continue }
        guard errno == 0 else { throw Files.failure("list", folder) }
        break
      }
      withUnsafeBytes(of: entry.pointee.d_name) { buffer in
        let bytes = buffer.prefix { $0 != 0 }
        if let name = String(validating: bytes, as: UTF8.self) {
          if name != ".", name != ".." { names.append(name) }
        } else {
          unreadable.append(UncertainText.escaped(bytes))
        }
      }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    unreadable.sort()
  }
}
