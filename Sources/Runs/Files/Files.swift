import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reading and writing of files, with the system's own reason for every failure.
package enum Files {
  /// The content of a file, or what follows an offset in bytes.
  package static func read(_ path: String, from offset: Int = 0) throws(FileError) -> [UInt8] {
    let descriptor = try opened(path, O_RDONLY, "read")
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("read", path) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw FileError("read", path, "it is a folder")
    }
    if offset > 0, lseek(descriptor, off_t(offset), SEEK_SET) < 0 { throw failure("read", path) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, Int(status.st_size) - offset) + 1)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Self.read(descriptor, &buffer)
      if count < 0 { throw failure("read", path) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// Writes a file and waits until it is on the disk.
  ///
  /// A failed write leaves no file behind.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try write([bytes], to: path)
  }

  /// Writes a file in parts and waits until it is on the disk.
  ///
  /// - Parameters:
  ///   - parts: The content.
  ///   - path: The file.
  ///   - isWanted: Asked before each part; once it says no, the rest is left out.
  /// - Throws: ``FileError``, with no file left behind.
  package static func write(
    _ parts: [[UInt8]], to path: String, while isWanted: () -> Bool = { true }
  ) throws(FileError) {
    let descriptor = try opened(path, O_WRONLY | O_CREAT | O_TRUNC, "write")
    var reason: FileError?
    for part in parts where reason == nil && isWanted() {
      do throws(SystemError) {
        try Descriptor(descriptor).writeAll(part)
      } catch {
        reason = FileError("write", path, number: error.number)
      }
    }
    if reason == nil, isWanted(), fsync(descriptor) != 0 { reason = failure("write", path) }
    if close(descriptor) != 0, reason == nil { reason = failure("write", path) }
    if let reason {
      unlink(path)
      throw reason
    }
  }

  /// Makes a folder and those above it; it may be there already.
  package static func makeFolder(_ path: String) throws(FileError) {
    if isFolder(path) { return }
    let parent = Self.parent(of: path)
    if parent != path { try makeFolder(parent) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure("make folder", path) }
    guard isFolder(path) else { throw FileError("make folder", path, "a file is in the way") }
  }

  /// Renames a file or folder and waits until the new name is on the disk.
  ///
  /// - Returns: `false` where something else has the name already; the old name then stays.
  package static func rename(_ path: String, to target: String) throws(FileError) -> Bool {
    guard systemRename(path, target) == 0 else {
      if errno == EEXIST || errno == ENOTEMPTY { return false }
      throw failure("rename", path)
    }
    try flushFolder(parent(of: target))
    return true
  }

  /// Waits until the entries of a folder are on the disk.
  package static func flushFolder(_ path: String) throws(FileError) {
    let descriptor = try opened(path, O_RDONLY, "open folder")
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure("write", path) }
  }

  /// The names in a folder, sorted by their bytes.
  package static func names(in folder: String) throws(FileError) -> [String] {
    guard let directory = opendir(folder) else { throw failure("list", folder) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes a file, or a folder with what is in it; nothing may be there.
  package static func remove(_ path: String) throws(FileError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in try names(in: path) { try remove("\(path)/\(name)") }
      guard rmdir(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
    } else {
      guard unlink(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
    }
  }

  package static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The folder that holds a path.
  package static func parent(of path: String) -> String {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.last == "/" { trimmed = trimmed.dropLast() }
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.last == "/" { trimmed = trimmed.dropLast() }
    return trimmed.lastIndex(of: "/").map { String(trimmed[trimmed.index(after: $0)...]) }
      ?? String(trimmed)
  }

  /// A path as seen from a folder; an absolute path stays itself.
  package static func path(_ path: String, from folder: String) -> String {
    path.hasPrefix("/") || folder == "." ? path : "\(folder)/\(path)"
  }

  private static func opened(
    _ path: String, _ flags: Int32, _ action: String
  ) throws(FileError) -> Int32 {
    let descriptor = open(path, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(action, path) }
    return descriptor
  }

  private static func read(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 || errno != EINTR { return count }
    }
  }

  private static func failure(_ action: String, _ path: String) -> FileError {
    FileError(action, path, number: errno)
  }
}

/// The system's calls under names that ``Files`` does not use itself.
private let systemRead = read
private func systemRename(_ path: String, _ target: String) -> Int32 { rename(path, target) }
