package import Support

/// A file of a run, before it is written.
package struct RunFile: Sendable {
  /// The path inside the run.
  package let path: String
  /// The content, in the parts in which it was made.
  package let parts: [[UInt8]]
  package let sha256: String

  package init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    parts = [bytes]
    sha256 = Fingerprint(of: bytes).description
  }

  /// Takes a file made in parts.
  ///
  /// - Returns: `nil` if a stop was requested before all were hashed.
  package init?(_ path: String, parts: [[UInt8]], unless cancellation: Cancellation) {
    var hash = SHA256()
    for part in parts {
      if cancellation.isRequested { return nil }
      hash.update(part)
    }
    self.path = path
    self.parts = parts
    sha256 = Fingerprint(hash: hash.finish()).description
  }

  /// How many bytes the file has.
  package var size: Int {
    parts.reduce(0) { $0 + $1.count }
  }
}
