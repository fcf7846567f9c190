import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Files {
  /// Gives a file a second name, under which it is the same file.
  ///
  /// - Returns: `false` where that cannot be: the file system knows no such links, the names are on
  ///   two of them, or something has the name.
  static func link(_ path: String, to target: String) -> Bool {
    uninterrupted { systemLink(path, target) } == 0
  }
}

private func systemLink(_ path: String, _ target: String) -> Int32 { link(path, target) }
