import Support

/// A file of a bundle.
package struct BundledFile: Sendable {
  /// The path inside.
  package let path: String
  package let sha256: String
  package let bytes: Int

  package init(_ path: String, sha256: String, bytes: Int) {
    (self.path, self.sha256, self.bytes) = (path, sha256, bytes)
  }

  /// What it is, as the web names kinds of files.
  var mediaType: String {
    let name = path.split(separator: "/").last.asList.joined()
    let ending = name.split(separator: ".").dropFirst().last.asList.joined()
    return Self.mediaTypes[ending] ?? "text/plain"
  }

  private static let mediaTypes = [
    "json": "application/json", "ecsv": "text/csv", "csv": "text/csv", "svg": "image/svg+xml",
    "pdf": "application/pdf", "html": "text/html", "md": "text/markdown",
    "bib": "application/x-bibtex", "tex": "application/x-tex", "cff": "application/yaml",
    "sh": "application/x-sh", "gz": "application/gzip", "zip": "application/zip",
  ]
}
