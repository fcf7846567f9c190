import Runs
import Support

/// What `unzip` is told to unpack of an archive, one after the other, and what of that is wanted.
struct ZipSelection {
  /// Patterns that the paths of the members match; none for everything.
  let patterns: [String]
  /// What comes out, in the order of the archive.
  private let unpacked: [ZipMember]
  /// Which of them are wanted.
  private let isWanted: [Bool]

  /// How many names unzip is told, and how many bytes each may have.
  ///
  /// To look for more names takes longer than to unpack all, and longer names do not fit.
  private static let most = (names: 500, bytes: 1000)

  /// - Parameters:
  ///   - wanted: Some members.
  ///   - entries: All that is in the archive.
  init(_ wanted: [ZipMember], of entries: [ZipMember]) {
    let files = entries.filter { !$0.isFolder }
    let paths = Set(wanted.map(\.pathBytes))
    let odd = paths.filter { $0.contains { $0 >= 0x80 } }
    if paths.count > Self.most.names || paths.contains(where: { $0.count > Self.most.bytes }) {
      (patterns, unpacked) = ([], files)
    } else {
      patterns = paths.map { Self.pattern($0) }.sorted()
      unpacked = files.filter { file in
        paths.contains(file.pathBytes) || odd.contains { Self.matches(file.pathBytes, $0) }
      }
    }
    let indices = Set(wanted.map(\.index))
    isWanted = unpacked.map { indices.contains($0.index) }
  }

  /// How many bytes come out.
  ///
  /// - Parameter size: How many the archive has.
  /// - Throws: The reason why nothing can come out, or too much.
  /// - Returns: At most ``Files/largestInput``.
  func total(ofArchive size: Int) throws(ZipObjection) -> Int {
    for member in unpacked {
      guard let obstacle = member.obstacle else { continue }
      throw ZipObjection("'\(member.path)' is \(obstacle)")
    }
    var total = 0
    for member in unpacked {
      let (sum, isTooLarge) = total.addingReportingOverflow(member.bytes)
      total = isTooLarge ? .max : sum
    }
    guard total <= Files.largestInput else {
      throw ZipObjection(
        "it would have \(total.grouped) bytes unpacked, and at most "
          + "\(Files.largestInput.grouped) are read")
    }
    guard total <= Self.harmless || total / Self.densest <= size else {
      throw ZipObjection(
        "it would have \(total.grouped) bytes unpacked, more than \(Self.densest) times "
          + "its own \(size.grouped)")
    }
    return total
  }

  /// No table of numbers becomes this many times smaller.
  private static let densest = 100
  /// How many bytes do no harm, however small they are packed.
  private static let harmless = 1 << 24

  /// The contents of the wanted members.
  ///
  /// - Parameter output: What came out, as many bytes as the archive says.
  /// - Returns: `nil` if a content is not that of its member.
  func contents(of output: [UInt8]) -> [[UInt8]]? {
    var (contents, offset) = ([[UInt8]](), 0)
    for (member, isWanted) in zip(unpacked, isWanted) {
      let content = output[offset..<offset + member.bytes]
      offset += member.bytes
      guard isWanted else { continue }
      guard CRC32.checksum(of: content) == member.checksum else { return nil }
      contents.append(Array(content))
    }
    return contents
  }

  /// The pattern that a path matches and, if it is plain ASCII, no other does.
  ///
  /// What unzip makes of other letters depends on the system that packed them, so that any byte
  /// may stand there.
  private static func pattern(_ path: [UInt8]) -> String {
    let pattern = path.map { $0 < 0x80 ? plain(Unicode.Scalar($0)) : "?" }.joined()
    // It must not look like an option.
    return pattern.hasPrefix("-") ? "[-]" + pattern.dropFirst() : pattern
  }

  /// The pattern that one letter matches and no other does.
  static func plain(_ letter: Unicode.Scalar) -> String {
    switch letter {
    case "*", "?", "[": "[\(letter)]"
    case "\\": "[\\\\]"
    default: String(letter)
    }
  }

  /// Whether a path matches the pattern of another one.
  private static func matches(_ path: [UInt8], _ other: [UInt8]) -> Bool {
    path.count == other.count && zip(path, other).allSatisfy { $0 == $1 || $1 >= 0x80 }
  }
}
