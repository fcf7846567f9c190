package import Runs
package import Support

/// A file that goes into an archive: what is in it is known before the archive is begun.
package struct ArchivedFile: Sendable {
  /// The path in the archive.
  package let path: String
  /// How many bytes it has.
  package let bytes: Int
  package let sha256: Fingerprint
  /// Whether it is a program.
  let isExecutable: Bool
  let checksum: UInt32
  private let content: Content

  private enum Content: Sendable {
    case bytes([UInt8])
    /// A file of the disk.
    case file(String)
  }

  /// A file that is yet nowhere.
  package init(_ path: String, _ bytes: [UInt8], isExecutable: Bool = false) {
    (self.path, self.bytes, self.isExecutable) = (path, bytes.count, isExecutable)
    sha256 = Fingerprint(of: bytes)
    checksum = CRC32.checksum(of: bytes[...])
    content = .bytes(bytes)
  }

  /// A copy of a file.
  ///
  /// - Parameters:
  ///   - path: The path in the archive.
  ///   - file: Where the file is.
  /// - Throws: ``FileError`` if it cannot be read.
  package init(_ path: String, copying file: String) throws(FileError) {
    var (hash, check, count) = (SHA256(), CRC32(), 0)
    try Files.pieces(of: file) { piece in
      hash.update(piece)
      check.update(piece)
      count += piece.count
    }
    (self.path, bytes, isExecutable) = (path, count, false)
    sha256 = Fingerprint(hash: hash.finish())
    checksum = check.checksum
    content = .file(file)
  }

  /// Hands the content on, piece by piece.
  ///
  /// - Throws: ``FileError`` where a file cannot be read or has changed, or where the pieces cannot
  ///   be taken.
  func pieces(_ take: (ArraySlice<UInt8>) throws(FileError) -> Void) throws(FileError) {
    switch content {
    case .bytes(let bytes): try take(bytes[...])
    case .file(let file):
      var (check, failure) = (CRC32(), FileError?.none)
      try Files.pieces(of: file) { piece in
        guard failure == nil else { return }
        check.update(piece)
        do throws(FileError) {
          try take(piece)
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      guard check.checksum == checksum else {
        throw FileError("read", file, "it changed while it was read")
      }
    }
  }
}
