import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of which parts are read, wherever they stand.
final class OpenFile: Sendable {
  let path: String
  private let descriptor: Int32

  /// - Throws: ``FileError`` if it cannot be opened, a refusal where it is no regular file.
  init(_ path: String) throws(FileError) {
    (self.path, descriptor) = (path, try Files.opened(path, pipes: false).descriptor)
  }

  deinit {
    close(descriptor)
  }

  /// What follows an offset, up to a number of bytes; less where the file ends.
  func bytes(from offset: Int, count: Int) throws(FileError) -> [UInt8] {
    var number: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, found in
      while found < count {
        let more = uninterrupted {
          pread(
            descriptor, buffer.baseAddress.map { $0 + found }, count - found,
            off_t(offset + found))
        }
        if more < 0 { number = errno }
        if more <= 0 { return }
        found += more
      }
    }
    guard number == 0 else { throw FileError("read", path, number: number) }
    return bytes
  }
}
