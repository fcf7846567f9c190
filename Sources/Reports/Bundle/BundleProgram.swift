import Support

/// A program that made or bundled a run.
package struct BundleProgram: Hashable, Sendable {
  /// `0.1.0`; `nil` where a journal of an earlier program does not tell.
  package let version: String?
  /// The build, as its linker named it.
  package let build: String?
  /// The SHA-256 of the executable, where that is known.
  package let sha256: String?

  package init(version: String?, build: String?, sha256: String?) {
    (self.version, self.build, self.sha256) = (version, build, sha256)
  }

  /// `Upsilon 0.1.0, build 3f09c1a2b45d`.
  var words: String {
    ["Upsilon\(version.map { " \($0)" } ?? " of an unknown version")"]
      .appending(build.map { "build \($0.prefix(12))" }).joined(separator: ", ")
  }
}

extension [String] {
  fileprivate func appending(_ text: String?) -> [String] { self + text.asList }
}
