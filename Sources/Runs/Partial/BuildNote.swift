import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the linker wrote into a program to name its build.
package enum BuildNote {
  /// The name of this program's build; `nil` if its linker gave none.
  ///
  /// - Throws: ``FileError`` if the program cannot be read.
  package static func ofThisProgram() throws(FileError) -> [UInt8]? {
    #if canImport(Darwin)
      let header = UnsafeRawBufferPointer(start: #dsohandle, count: machOHeader)
      let commands = Int(word(header, 20))
      return machO(UnsafeRawBufferPointer(start: #dsohandle, count: machOHeader + commands))
    #else
      // The file that runs, even if another one has its path by now.
      return try elf(at: "/proc/self/exe")
    #endif
  }

  /// Looks for the build identifier of an ELF file of 64 bits.
  ///
  /// - Parameter path: The file, of which only headers and notes are read.
  /// - Returns: The identifier; `nil` if there is none.
  /// - Throws: ``FileError`` if the file cannot be read.
  package static func elf(at path: String) throws(FileError) -> [UInt8]? {
    let descriptor = uninterrupted { open(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileError("read", path, number: errno) }
    defer { close(descriptor) }
    guard let header = try bytes(of: descriptor, path, at: 0, 64),
      header.starts(with: [0x7f, 0x45, 0x4c, 0x46, 2])
    else { return nil }
    let (start, size, count) = header.withUnsafeBytes {
      (wide($0, 32), Int(half($0, 54)), Int(half($0, 56)))
    }
    guard size >= 56, let segments = try bytes(of: descriptor, path, at: start, size * count)
    else {
      return nil
    }
    for index in 0..<count {
      let segment = Array(segments[(index * size)..<((index + 1) * size)])
      let (type, offset, length, alignment) = segment.withUnsafeBytes {
        (word($0, 0), wide($0, 8), Int(exactly: wide($0, 32)), wide($0, 48))
      }
      guard type == noteSegment, let length,
        let notes = try bytes(of: descriptor, path, at: offset, length),
        let found = notes.withUnsafeBytes({ elf($0, alignment: alignment == 8 ? 8 : 4) })
      else { continue }
      return found
    }
    return nil
  }

  /// Looks for the build identifier among the notes of an ELF segment.
  ///
  /// - Parameters:
  ///   - notes: The segment: notes of name size, description size and type, then both texts, each
  ///     filled up to the alignment.
  ///   - alignment: That of the segment, 4 or 8.
  /// - Returns: The identifier; `nil` if there is none.
  package static func elf(_ notes: UnsafeRawBufferPointer, alignment: Int) -> [UInt8]? {
    func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
    var position = 0
    while position + 12 <= notes.count {
      let nameEnd = position + 12 + Int(word(notes, position))
      let start = aligned(nameEnd)
      let end = start + Int(word(notes, position + 4))
      guard end <= notes.count else { return nil }
      let isOfGNU = notes[(position + 12)..<nameEnd].elementsEqual("GNU\0".utf8)
      if isOfGNU, word(notes, position + 8) == buildIdentifier { return Array(notes[start..<end]) }
      position = aligned(end)
    }
    return nil
  }

  /// Looks for the identifier among the load commands of a Mach-O image of 64 bits.
  ///
  /// - Parameter image: The image, which begins with its header.
  /// - Returns: The identifier; `nil` if there is none.
  package static func machO(_ image: UnsafeRawBufferPointer) -> [UInt8]? {
    guard image.count >= machOHeader, word(image, 0) == 0xfeed_facf else { return nil }
    var position = machOHeader
    for _ in 0..<word(image, 16) {
      guard image.count - position >= 24 else { return nil }
      if word(image, position) == uuidCommand {
        return Array(image[(position + 8)..<(position + 24)])
      }
      position += Int(word(image, position + 4))
    }
    return nil
  }

  /// `PT_NOTE` and `NT_GNU_BUILD_ID` of an ELF file.
  private static let (noteSegment, buildIdentifier): (UInt32, UInt32) = (4, 3)

  /// `LC_UUID` of a Mach-O image, and how many bytes its header has; its load commands follow.
  private static let (uuidCommand, machOHeader): (UInt32, Int) = (0x1b, 32)

  /// Some bytes of a file; `nil` if it does not have them, or they are more than notes can be.
  private static func bytes(
    of descriptor: Int32, _ path: String, at offset: UInt64, _ count: Int
  ) throws(FileError) -> [UInt8]? {
    guard let offset = off_t(exactly: offset), (1...65_536).contains(count) else { return nil }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
      let found = uninterrupted { pread(descriptor, buffer.baseAddress, count, offset) }
      if found < 0 { failure = errno }
      read = max(0, found)
    }
    guard failure == 0 else { throw FileError("read", path, number: failure) }
    return bytes.count == count ? bytes : nil
  }

  private static func half(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt16 {
    UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  private static func wide(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
