import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Files {
  /// The names in a folder, sorted by their bytes.
  ///
  /// - Throws: ``FileError``; a refusal where a name is not UTF-8, since no path leads to it.
  package static func names(in folder: String) throws(FileError) -> [String] {
    let entries = try FolderEntries(of: folder)
    if let name = entries.unreadable.first {
      throw .refusal(
        "list", folder, "the name '\(name)' in it is not UTF-8", help: "rename or remove it")
    }
    return entries.names
  }

  /// Removes a file, or a folder with what is in it; nothing may be there.
  ///
  /// Links are removed and not followed.
  package static func remove(_ path: String) throws(FileError) {
    if let reason = removal(of: path, in: AT_FDCWD) {
      throw FileError("remove", path, number: reason)
    }
  }

  /// Removes a folder if nothing is in it.
  package static func removeIfEmpty(_ folder: String) {
    rmdir(folder)
  }

  /// Removes what has a name in an open folder.
  ///
  /// - Returns: Why it is still there.
  private static func removal(of name: UnsafePointer<CChar>, in folder: Int32) -> Int32? {
    if uninterrupted({ unlinkat(folder, name, 0) }) == 0 || errno == ENOENT || errno == ENOTDIR {
      return nil
    }
    // Linux says EISDIR of a folder, other systems EPERM.
    let reason = errno
    guard reason == EISDIR || reason == EPERM else { return reason }
    let descriptor = uninterrupted {
      openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    guard descriptor >= 0 else { return errno == ENOENT ? nil : errno == ENOTDIR ? reason : errno }
    guard let directory = fdopendir(descriptor) else {
      defer { close(descriptor) }
      return errno
    }
    defer { closedir(directory) }
    while true {
      errno = 0
      guard let entry = readdir(directory) else {
        if errno == EINTR { continue }
        if errno != 0 { return errno }
        break
      }
      let reason = withUnsafeBytes(of: entry.pointee.d_name) { buffer in
        buffer.withMemoryRebound(to: CChar.self) { removal(ofEntry: $0, in: descriptor) }
      }
      if let reason { return reason }
    }
    return uninterrupted({ unlinkat(folder, name, AT_REMOVEDIR) }) == 0 || errno == ENOENT
      ? nil : errno
  }

  /// Removes an entry of an open folder, which may be the folder itself or the one above.
  private static func removal(
    ofEntry name: UnsafeBufferPointer<CChar>, in folder: Int32
  ) -> Int32? {
    guard let start = name.baseAddress, strcmp(start, ".") != 0, strcmp(start, "..") != 0 else {
      return nil
    }
    return removal(of: start, in: folder)
  }
}
