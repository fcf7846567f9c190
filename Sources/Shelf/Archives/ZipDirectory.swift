import Support

/// The directory at the end of a zip archive.
///
/// - SeeAlso: PKWARE APPNOTE 6.3.10, sections 4.3.12 to 4.3.16 and 4.5.3.
struct ZipDirectory {
  /// How many members an archive has at most.
  static let mostMembers = 100_000

  let members: [ZipMember]

  /// Reads the directory of an archive.
  ///
  /// - Parameter bytes: The archive.
  /// - Throws: ``ZipObjection`` where there is none, where it does not fit the archive, or where it
  ///   has too many members.
  init(of bytes: [UInt8]) throws(ZipObjection) {
    let archive = LittleEndian(bytes)
    guard let end = Self.end(of: archive) else {
      throw ZipObjection("it has no directory; it is cut short, or no zip archive")
    }
    let place = try Self.place(archive, end)
    guard place.count <= Self.mostMembers else {
      let (count, most) = (place.count.grouped, Self.mostMembers.grouped)
      throw ZipObjection("it has \(count) files, and at most \(most) are read")
    }
    var (members, offset) = ([ZipMember](), place.range.lowerBound)
    members.reserveCapacity(place.count)
    while members.count < place.count {
      let index = members.count
      guard let entry = Self.entry(index, archive, at: offset, before: place.range.upperBound)
      else {
        throw ZipObjection("its directory is damaged")
      }
      members.append(entry.member)
      offset = entry.end
    }
    self.members = members
  }

  /// Where the record at the end of an archive begins; a comment of up to 65,535 bytes follows it.
  private static func end(of archive: LittleEndian) -> Int? {
    let last = archive.count - 22
    return stride(from: last, through: max(0, last - 0xffff), by: -1).first {
      archive.number($0, 4) == 0x0605_4b50
    }
  }

  /// Where the directory is, and how many members it has.
  private static func place(
    _ archive: LittleEndian, _ end: Int
  ) throws(ZipObjection) -> (range: Range<Int>, count: Int) {
    var (count, size) = (archive.number(end + 10, 2), archive.number(end + 12, 4))
    var behind = end
    // An archive with large numbers has another record before this one, and where that is.
    if archive.number(end - 20, 4) == 0x0706_4b50, let place = archive.number(end - 12, 8),
      let record = [place, end - 76].first(where: { archive.number($0, 4) == 0x0606_4b50 })
    {
      (count, size) = (archive.number(record + 32, 8), archive.number(record + 40, 8))
      behind = record
    }
    guard let count, let size, size <= behind else {
      throw ZipObjection("its directory is damaged")
    }
    // What is said of where it begins is wrong where something stands before the archive.
    return (behind - size..<behind, count)
  }

  /// The entry at an offset, and where it ends.
  private static func entry(
    _ index: Int, _ archive: LittleEndian, at offset: Int, before limit: Int
  ) -> (member: ZipMember, end: Int)? {
    guard archive.number(offset, 4) == 0x0201_4b50, let flags = archive.number(offset + 8, 2),
      let method = archive.number(offset + 10, 2), let checksum = archive.number(offset + 16, 4),
      var size = archive.number(offset + 24, 4), let name = archive.number(offset + 28, 2),
      let extra = archive.number(offset + 30, 2), let comment = archive.number(offset + 32, 2)
    else { return nil }
    let start = offset + 46
    let end = start + name + extra + comment
    guard end <= limit else { return nil }
    if size == 0xffff_ffff {
      guard let large = Self.largeSize(archive, in: start + name..<start + name + extra) else {
        return nil
      }
      size = large
    }
    let path = Array(archive.bytes[start..<start + name])
    guard !path.isEmpty, !path.contains(0) else { return nil }
    let member = ZipMember(
      index: index, pathBytes: path, bytes: size,
      checksum: UInt32(truncatingIfNeeded: checksum), isEncrypted: flags & 1 != 0, method: method)
    return (member, end)
  }

  /// The size of a member of 4 GB and more, which the extra fields have first in theirs.
  private static func largeSize(_ archive: LittleEndian, in extra: Range<Int>) -> Int? {
    var offset = extra.lowerBound
    while offset + 4 <= extra.upperBound, let kind = archive.number(offset, 2),
      let length = archive.number(offset + 2, 2)
    {
      if kind == 1 { return length >= 8 ? archive.number(offset + 4, 8) : nil }
      offset += 4 + length
    }
    return nil
  }
}

/// Numbers in bytes, the least significant byte first.
private struct LittleEndian {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  /// A number of up to eight bytes; `nil` where the bytes end before, or where it is 2^63 or more.
  func number(_ offset: Int, _ length: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - length else { return nil }
    let number = bytes[offset..<offset + length].reversed().reduce(UInt64(0)) {
      $0 << 8 | UInt64($1)
    }
    return Int(exactly: number)
  }
}
