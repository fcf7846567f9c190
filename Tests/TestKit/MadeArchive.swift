/// A zip archive that a test makes byte by byte, right or wrong on purpose.
///
/// - SeeAlso: PKWARE APPNOTE 6.3.10, section 4.3.
package struct MadeArchive {
  /// A file in it.
  package struct Member {
    package var path: [UInt8]
    package var content: [UInt8]
    /// How the content is said to be compressed; it is not.
    package var method = 0
    package var flags = 0
    /// What the directory says of the size, if that is wrong.
    package var size: UInt64?
    /// What the directory says of the checksum, if that is wrong.
    package var checksum: UInt32?

    package init(_ path: String, _ content: String) {
      self.init(Array(path.utf8), content)
    }

    package init(_ path: [UInt8], _ content: String) {
      self.path = path
      self.content = Array(content.utf8)
    }

    /// The same member with something changed.
    package func with<Value>(_ key: WritableKeyPath<Self, Value>, _ value: Value) -> Self {
      var copy = self
      copy[keyPath: key] = value
      return copy
    }
  }

  package var members: [Member]
  /// The number of the system that packed it: 3 is Unix, 0 is DOS.
  package var system = 3
  /// What stands before it.
  package var prefix: [UInt8] = []
  package var comment: [UInt8] = []
  /// How many members it says that it has.
  package var count: UInt64?
  /// How large it says that its directory is.
  package var directorySize: UInt64?
  /// Whether it has the records for large numbers.
  package var isLarge = false

  package init(_ members: Member...) {
    self.init(members)
  }

  package init(_ members: [Member]) {
    self.members = members
  }

  package var bytes: [UInt8] {
    var (files, directory) = ([UInt8](), [UInt8]())
    for member in members {
      let place = files.count
      let checksum = member.checksum ?? Self.checksum(of: member.content)
      let length = UInt64(member.content.count)
      let large = member.size.map { $0 >= 0xffff_ffff } ?? false
      let size = large ? 0xffff_ffff : member.size ?? length
      let extra =
        large ? Self.number(1, 2) + Self.number(8, 2) + Self.number(member.size ?? 0, 8) : []
      let head =
        Self.number(20, 2) + Self.number(UInt64(member.flags), 2)
        + Self.number(UInt64(member.method), 2) + Self.number(0x21_0000, 4)
        + Self.number(UInt64(checksum), 4) + Self.number(length, 4) + Self.number(size, 4)
        + Self.number(UInt64(member.path.count), 2)
      files += Self.number(0x0403_4b50, 4) + head + Self.number(0, 2) + member.path + member.content
      directory += Self.number(0x0201_4b50, 4) + [20, UInt8(system)] + head
      directory += Self.number(UInt64(extra.count), 2) + Self.number(0, 6)
      directory += Self.number(0o100644 << 16, 4)
      directory += Self.number(UInt64(place), 4) + member.path + extra
    }
    let count = count ?? UInt64(members.count)
    let size = directorySize ?? UInt64(directory.count)
    return prefix + files + directory
      + end(count, size, at: UInt64(files.count), recordAt: UInt64(files.count + directory.count))
  }

  private func end(_ count: UInt64, _ size: UInt64, at place: UInt64, recordAt: UInt64) -> [UInt8] {
    var end: [UInt8] = []
    if isLarge {
      end += Self.number(0x0606_4b50, 4) + Self.number(44, 8) + Self.number(45, 2)
      end += Self.number(45, 2) + Self.number(0, 8) + Self.number(count, 8) + Self.number(count, 8)
      end += Self.number(size, 8) + Self.number(place, 8)
      end += Self.number(0x0706_4b50, 4) + Self.number(0, 4) + Self.number(recordAt, 8)
      end += Self.number(1, 4)
    }
    let (short, long): (UInt64, UInt64) = isLarge ? (0xffff, 0xffff_ffff) : (count, size)
    end += Self.number(0x0605_4b50, 4) + Self.number(0, 4) + Self.number(short, 2)
    end += Self.number(short, 2) + Self.number(long, 4)
    end += Self.number(isLarge ? 0xffff_ffff : place, 4)
    return end + Self.number(UInt64(comment.count), 2) + comment
  }

  /// The least significant bytes of a number, the least first.
  private static func number(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
  }

  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    var rest = UInt32.max
    for byte in bytes {
      rest ^= UInt32(byte)
      for _ in 0..<8 { rest = rest & 1 == 0 ? rest >> 1 : 0xedb8_8320 ^ (rest >> 1) }
    }
    return ~rest
  }
}
