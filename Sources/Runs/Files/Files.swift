import Machine
import Support

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reading and writing of files, with the system's own reason for every failure.
///
/// All that the program reads comes in by ``read(_:limit:pipes:)`` or in pieces by
/// ``pieces(of:_:)``, all that it writes goes out by ``replace(_:with:)`` or a
/// ``NewFile``, except for the log that a process appends to.
package enum Files {
  /// How many bytes a file has at most that the program takes in whole: specs, data, locks,
  /// registries, archives.
  package static let largestInput = 1 << 28

  /// Reads a regular file.
  ///
  /// - Parameters:
  ///   - path: The file; links are followed.
  ///   - limit: How many bytes the file may have; `nil` for any number.
  ///   - pipes: Whether a pipe will do as well, as in `<(…)`.
  /// - Throws: ``FileError``; a refusal where it is a folder, a pipe, a socket or a device, and
  ///   where it is larger than that.
  /// - Returns: Its content.
  package static func read(
    _ path: String, limit: Int? = largestInput, pipes: Bool = false
  ) throws(FileError) -> [UInt8] {
    let file = try opened(path, pipes: pipes)
    defer { close(file.descriptor) }
    if let limit, file.size > limit { throw tooLarge(path, limit, file.size) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.size + 1)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(file.descriptor, &buffer)
      if count < 0 { throw failure("read", path) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      if let limit, bytes.count > limit { throw tooLarge(path, limit, nil) }
    }
  }

  /// Reads a regular file that need not be there.
  ///
  /// - Throws: ``FileError`` for all but an absent file, also for links that lead in a circle.
  /// - Returns: Its content; `nil` if nothing has the path.
  package static func readIfPresent(_ path: String) throws(FileError) -> [UInt8]? {
    do throws(FileError) {
      return try read(path)
    } catch {
      guard error.isAbsence else { throw error }
      return nil
    }
  }

  /// What follows an offset in a regular file of any size, up to a number of bytes.
  static func part(
    of path: String, from offset: Int, count limit: Int
  ) throws(FileError) -> [UInt8] {
    let file = try opened(path, pipes: false)
    defer { close(file.descriptor) }
    guard lseek(file.descriptor, off_t(offset), SEEK_SET) >= 0 else { throw failure("read", path) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(limit, max(0, file.size - offset)))
    var buffer = [UInt8](repeating: 0, count: min(limit, 1 << 18))
    while bytes.count < limit {
      let count = read(file.descriptor, &buffer)
      if count < 0 { throw failure("read", path) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<min(count, limit - bytes.count)])
    }
    return bytes
  }

  /// Reads a regular file of any size piece by piece.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - take: Receives each piece.
  /// - Throws: ``FileError``.
  package static func pieces(
    of path: String, _ take: (ArraySlice<UInt8>) -> Void
  ) throws(FileError) {
    let file = try opened(path, pipes: false)
    defer { close(file.descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(file.descriptor, &buffer)
      if count < 0 { throw failure("read", path) }
      if count == 0 { return }
      take(buffer[..<count])
    }
  }

  /// Opens what may be read, without waiting for anything.
  static func opened(
    _ path: String, pipes: Bool
  ) throws(FileError) -> (descriptor: Int32, size: Int) {
    // A pipe that nobody writes to would keep the program for ever.
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (pipes ? 0 : O_NONBLOCK)
    let descriptor = uninterrupted { open(path, flags) }
    guard descriptor >= 0 else {
      throw errno == ENXIO ? refusal("read", path, .other) : failure("read", path)
    }
    var status = stat()
    guard uninterrupted({ fstat(descriptor, &status) }) == 0 else {
      let failure = failure("read", path)
      close(descriptor)
      throw failure
    }
    switch FileKind(status) {
    case .file: return (descriptor, Int(status.st_size))
    case .other where pipes && status.st_mode & S_IFMT == S_IFIFO: return (descriptor, 0)
    case let kind:
      close(descriptor)
      throw refusal("read", path, kind)
    }
  }

  private static func read(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    buffer.withUnsafeMutableBytes { buffer in
      uninterrupted { systemRead(descriptor, buffer.baseAddress, buffer.count) }
    }
  }

  private static func refusal(_ action: String, _ path: String, _ kind: FileKind) -> FileError {
    .refusal(action, path, "it is \(kind.rawValue)")
  }

  private static func tooLarge(_ path: String, _ limit: Int, _ size: Int?) -> FileError {
    let size = if let size { "it has \(size.grouped) bytes" } else { "it does not end" }
    return .refusal("read", path, "\(size), and \(limit.grouped) are the most that is read")
  }

  static func failure(_ action: String, _ path: String) -> FileError {
    FileError(action, path, number: errno)
  }
}

/// The system's call under a name that ``Files`` does not use itself.
private let systemRead = read
