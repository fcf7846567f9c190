package import Support

#if canImport(Darwin)
  import Darwin
#endif

/// The file of the program that runs.
package enum ProgramFile {
  /// The SHA-256 of the file.
  ///
  /// - Throws: ``FileError`` if it cannot be read.
  package static func fingerprint() throws(FileError) -> Fingerprint {
    var hash = SHA256()
    try Files.pieces(of: path) { hash.update($0) }
    return Fingerprint(hash: hash.finish())
  }

  private static var path: String {
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX)
      var bytes = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&bytes, &size) == 0 else { return CommandLine.arguments[0] }
      return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
      // The file that runs, even if another one has its path by now.
      return "/proc/self/exe"
    #endif
  }
}
