/// What a view of a run says of where it comes from: the run, its manifest, and who drew it.
///
/// Views are no part of the record and may be drawn anew at any time. One that was made from
/// another manifest is stale; one of another drawer may look otherwise today.
package struct ViewOrigin: Equatable, Sendable {
  /// The number of the drawer; raised whenever figures or reports come to look otherwise.
  package static let currentDrawer = 1

  /// The identity of the run.
  package let identity: String
  /// The SHA-256 of the file of its manifest.
  package let manifest: String
  package let drawer: Int

  /// - Parameters:
  ///   - identity: The identity of the run, 64 hexadecimal digits.
  ///   - manifest: The SHA-256 of the file of its manifest.
  package init(identity: String, manifest: String) {
    self.init(identity, manifest, Self.currentDrawer)
  }

  private init(_ identity: String, _ manifest: String, _ drawer: Int) {
    (self.identity, self.manifest, self.drawer) = (identity, manifest, drawer)
  }

  /// What the view has in it, in one line.
  package var text: String {
    "upsilon view; run \(identity); manifest \(manifest); drawer \(drawer)"
  }

  /// Finds what a view says of itself near its start; `nil` if it does not say so.
  package init?(of bytes: [UInt8]) {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    let words = start.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    guard let first = words.indices.first(where: { words[$0...].starts(with: ["view;", "run"]) }),
      words.count > first + 6, words[first + 3] == "manifest", words[first + 5] == "drawer",
      let drawer = Int(words[first + 6].prefix { $0.isNumber })
    else { return nil }
    self.init(String(words[first + 2].dropLast()), String(words[first + 4].dropLast()), drawer)
  }

  /// A picture, as a whole file, with a comment right after the start of its root.
  package func marking(svg: String) -> [UInt8] {
    var bytes = Array(svg.utf8)
    let root = bytes.indices.first { bytes[$0...].starts(with: "<svg".utf8) }
    guard let root, let end = bytes[root...].firstIndex(of: UInt8(ascii: ">")) else {
      return bytes
    }
    bytes.insert(contentsOf: "<!-- \(text) -->".utf8, at: end + 1)
    return bytes
  }
}
