import Support

/// A file of a run, before it is written.
package struct RunFile: Sendable {
  /// The path inside the run.
  package let path: String
  package let bytes: [UInt8]
  package let sha256: String

  package init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    sha256 = Fingerprint(of: bytes).description
  }
}
