import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of which parts are read, wherever they stand.
final class OpenFile {
  let path: String
  private let descriptor: Int32

  /// - Throws: ``FileError`` if it cannot be opened.
  init(_ path: String) throws(FileError) {
    let opened = uninterrupted { open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) }
    guard opened >= 0 else { throw FileError("read", path, number: errno) }
    (self.path, descriptor) = (path, opened)
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
