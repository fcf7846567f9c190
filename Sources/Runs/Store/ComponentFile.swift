import Support

/// The layout of a file of remembered component speeds.
///
///     <SHA-256 of what follows>
///     <key>
///     <the bits of a double in hexadecimal>, a line each
///
/// The bits say every double exactly, and the hash notices a file that was damaged.
package enum ComponentFile {
  /// The content of the file of a key.
  package static func bytes(of speeds: [Double], _ key: String) -> [UInt8] {
    let lines = [key] + speeds.map { String($0.bitPattern, radix: 16) }
    let body = Array(lines.map { $0 + "\n" }.joined().utf8)
    return Array("\(Fingerprint(of: body))\n".utf8) + body
  }

  /// The speeds of a file; `nil` if it is not a sound file of this key with so many of them.
  package static func speeds(_ bytes: [UInt8], _ key: String, count: Int) -> [Double]? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let body = bytes[(end + 1)...]
    guard Array(Fingerprint(of: Array(body)).description.utf8) == Array(bytes[..<end]) else {
      return nil
    }
    let lines = String(decoding: body, as: UTF8.self).split(separator: "\n")
    guard lines.count == count + 1, lines[0] == key else { return nil }
    let speeds = lines.dropFirst().compactMap { UInt64($0, radix: 16) }
      .map { Double(bitPattern: $0) }
    return speeds.count == count && speeds.allSatisfy(\.isFinite) ? speeds : nil
  }
}
