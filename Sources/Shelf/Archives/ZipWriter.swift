package import Runs
import Support

/// Writes a zip archive whose bytes follow from its files alone.
///
/// They are stored as they are, in the order of their paths, with one moment for all.
///
/// Archives of 4 GB and more, and of more than 65,534 files, would need the records of another
/// version, which many readers do not know; they are refused.
///
/// - SeeAlso: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
package enum ZipWriter {
  /// How many files an archive has at most.
  package static let mostFiles = 65_534
  /// How many bytes it has at most.
  package static let mostBytes = 4_294_967_294

  private static let (localBytes, centralBytes, endBytes) = (30, 46, 22)
  /// The first of January 1980, where the calendar of archives begins.
  private static let date: UInt16 = 1 << 5 | 1
  /// That names are UTF-8.
  private static let flags: UInt16 = 1 << 11
  /// A regular file that everybody may read, and one that everybody may start as well.
  private static let (plainMode, programMode): (UInt32, UInt32) = (0o100644, 0o100755)

  /// Why there can be no archive of some files, as the end of a sentence about it; `nil` if there
  /// can.
  package static func objection(to files: [ArchivedFile]) -> String? {
    if files.count > mostFiles {
      return "has \(files.count.grouped) files, and \(mostFiles.grouped) are the most"
    }
    let size = size(of: files)
    return size > mostBytes
      ? "has \(size.grouped) bytes, and \(mostBytes.grouped) are the most" : nil
  }

  /// How many bytes an archive of some files has.
  package static func size(of files: [ArchivedFile]) -> Int {
    files.reduce(endBytes) { size, file in
      size + localBytes + centralBytes + 2 * file.path.utf8.count + file.bytes
    }
  }

  /// Writes an archive.
  ///
  /// - Parameters:
  ///   - files: The files, with different paths; there is no objection to them.
  ///   - archive: The archive, which has its name only afterwards.
  /// - Throws: ``FileError``.
  package static func write(
    _ files: [ArchivedFile], to archive: NewFile
  ) throws(FileError) {
    precondition(objection(to: files) == nil, "an archive of this kind cannot hold these files")
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var (directory, offset) = ([UInt8](), 0)
    for file in sorted {
      directory += centralHeader(of: file, at: offset)
      let head = localHeader(of: file)
      try archive.append(head)
      try file.pieces { (piece) throws(FileError) in try archive.append(Array(piece)) }
      offset += head.count + file.bytes
    }
    let end =
      bytes(0x0605_4b50 as UInt32) + bytes(0 as UInt16) + bytes(0 as UInt16)
      + bytes(UInt16(sorted.count)) + bytes(UInt16(sorted.count))
      + bytes(UInt32(directory.count)) + bytes(UInt32(offset)) + bytes(0 as UInt16)
    try archive.append(directory + end)
  }

  private static func localHeader(of file: ArchivedFile) -> [UInt8] {
    bytes(0x0403_4b50 as UInt32) + common(file) + bytes(0 as UInt16) + file.path.utf8
  }

  private static func centralHeader(of file: ArchivedFile, at offset: Int) -> [UInt8] {
    let mode = file.isExecutable ? programMode : plainMode
    // Made on Unix, whose modes stand in the upper half of the attributes.
    let head = bytes(0x0201_4b50 as UInt32) + bytes(3 << 8 | 20 as UInt16) + common(file)
    let tail = bytes(0 as UInt16) + bytes(0 as UInt16) + bytes(0 as UInt16) + bytes(0 as UInt16)
    return head + tail + bytes(mode << 16) + bytes(UInt32(offset)) + file.path.utf8
  }

  /// What both headers of a file have: version, flags, method, time, date, check, sizes, and the
  /// length of its path.
  private static func common(_ file: ArchivedFile) -> [UInt8] {
    let (version, stored, midnight): (UInt16, UInt16, UInt16) = (20, 0, 0)
    return [version, flags, stored, midnight, date].flatMap { bytes($0) }
      + [file.checksum, UInt32(file.bytes), UInt32(file.bytes)].flatMap { bytes($0) }
      + bytes(UInt16(file.path.utf8.count))
  }

  /// A number, the least significant byte first.
  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
