package import Support

/// One accepted content of a file; a publisher may have several, such as with LF and with CRLF.
package struct FileVariant: Equatable, Sendable {
  package let bytes: Int
  package let sha256: Fingerprint

  package init(bytes: Int, sha256: Fingerprint) {
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// The variant that some content is.
  package init(of content: [UInt8]) {
    self.init(bytes: content.count, sha256: Fingerprint(of: content))
  }
}
