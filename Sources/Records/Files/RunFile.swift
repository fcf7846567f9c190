package import Support

/// A file of a run.
package struct RunFile: Sendable {
  /// The path inside the run.
  package let path: String
  package let sha256: String
  /// How many bytes the file has.
  package let size: Int
  /// The content; `nil` for a file that is written already.
  package let bytes: [UInt8]?

  /// A file that is yet to be written.
  package init(_ path: String, _ bytes: [UInt8]) {
    (self.path, self.bytes) = (path, bytes)
    sha256 = Fingerprint(of: bytes).description
    size = bytes.count
  }

  /// A file that was hashed while it was written.
  package init(_ path: String, written fingerprint: Fingerprint, size: Int) {
    (self.path, self.size) = (path, size)
    sha256 = fingerprint.description
    bytes = nil
  }
}
