import Runs

/// A file in a zip archive, as the archive's directory has it.
struct ZipMember {
  /// Its place among the members.
  let index: Int
  /// Its path in the archive, byte by byte.
  let pathBytes: [UInt8]
  /// Its size, unpacked.
  let bytes: Int
  /// The check of its content.
  let checksum: UInt32
  let isEncrypted: Bool
  /// The number of how it is compressed.
  let method: Int

  /// Its path in the archive.
  var path: String { String(decoding: pathBytes, as: UTF8.self) }

  /// The last part of its path.
  var name: String { Files.name(of: path) }

  var isFolder: Bool { pathBytes.last == UInt8(ascii: "/") }

  /// Whether it is a folder, a hidden file, or what macOS adds.
  var isHidden: Bool {
    isFolder || name.hasPrefix(".") || path.hasPrefix("__MACOSX/")
  }

  /// Why it cannot be unpacked, as the end of a sentence; `nil` if it can.
  var obstacle: String? {
    // AES has a method of its own.
    if isEncrypted || method == 99 { return "protected by a password" }
    if Self.knownMethods.contains(method) { return nil }
    let name = Self.methods[method] ?? "method \(method)"
    return "compressed by \(name), which unzip does not know"
  }

  /// Stored, shrunk, imploded, deflated, deflated with 64 KB, bzip2.
  private static let knownMethods: Set<Int> = [0, 1, 6, 8, 9, 12]

  /// - SeeAlso: PKWARE APPNOTE 6.3.10, section 4.4.5.
  private static let methods = [
    2: "reducing", 3: "reducing", 4: "reducing", 5: "reducing", 10: "PKWARE imploding",
    14: "lzma", 16: "cmpsc", 18: "terse", 19: "lz77", 20: "zstd", 93: "zstd", 94: "mp3", 95: "xz",
    96: "jpeg", 97: "wavpack", 98: "ppmd",
  ]
}
