import Support

/// How an index of runs stands in its file.
///
///     upsilon-runs <version> <SHA-256 of what follows>
///     <number of words>
///     <word>, a line each
///     <numbers separated by blanks>, a line for each run
///
/// Texts are numbers of words, which many runs share; a list begins with its length.
enum RunIndexText {
  /// Raised when the layout of the file changes.
  private static let head = "upsilon-runs 1"

  static func bytes(of entries: [String: RunIndex.Entry]) -> [UInt8] {
    var writer = NumberWriter()
    for name in entries.keys.sorted() {
      // A word is a line.
      guard let entry = entries[name], writer.add(name, entry) else { continue }
    }
    let body =
      Array("\(writer.words.count)\n".utf8) + writer.words.flatMap { $0.utf8 + [0x0a] }
      + writer.lines
    return Array("\(head) \(Fingerprint(of: body))\n".utf8) + body
  }

  /// The entries of a file; `nil` if it is not what was written.
  static func entries(_ bytes: [UInt8]) -> [String: RunIndex.Entry]? {
    guard let end = bytes.firstIndex(of: 0x0a),
      String(decoding: bytes[..<end], as: UTF8.self)
        == "\(head) \(Fingerprint(of: bytes[(end + 1)...]))"
    else { return nil }
    var reader = NumberReader(bytes, from: end + 1)
    guard reader.readWords() else { return nil }
    var entries: [String: RunIndex.Entry] = [:]
    while !reader.isAtEnd {
      guard let (name, entry) = reader.entry() else { return nil }
      entries[name] = entry
    }
    return entries
  }
}
