import Runs
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a child process writes to one of its streams, as far as it is kept.
///
/// The ends of the pipe are closed with the last reference to it.
final class ChildPipe {
  /// What came out so far, at most `limit` bytes.
  private(set) var kept: [UInt8] = []
  /// Whether more came out than is kept.
  private(set) var isCut = false
  /// Why no more could be read; 0 for the end of what the child wrote.
  private(set) var failure: Int32 = 0
  /// Whether more may come out.
  private(set) var isOpen = true
  /// The end that the child gets.
  private(set) var writing: Int32
  private let reading: Int32
  private let limit: Int

  /// Held while a pipe is made or a child started, so that no other child gets the ends of a pipe.
  static let inheriting = Mutex(())

  init(keeping limit: Int) throws(FileError) {
    var ends: [Int32] = [0, 0]
    let number = Self.inheriting.withLock { _ in
      guard pipe(&ends) == 0 else { return errno }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return 0
    }
    guard number == 0 else { throw FileError("open", "a pipe", number: number) }
    (reading, writing) = (ends[0], ends[1])
    self.limit = limit
  }

  deinit {
    close(reading)
    closeWriting()
  }

  /// Closes the end that the child has by now, so that the pipe ends with the child.
  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  /// Takes what has come out of some pipes.
  ///
  /// - Parameters:
  ///   - pipes: The pipes.
  ///   - patience: How long to wait for it, milliseconds.
  /// - Returns: Whether something came or a pipe ended.
  static func drain(_ pipes: [ChildPipe], patience: Int32) -> Bool {
    var polled = pipes.map {
      pollfd(fd: $0.isOpen ? $0.reading : -1, events: Int16(POLLIN), revents: 0)
    }
    guard poll(&polled, nfds_t(polled.count), patience) > 0 else { return false }
    for (pipe, result) in zip(pipes, polled) where result.revents != 0 { pipe.take() }
    return true
  }

  private func take() {
    let count = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { buffer in
      let count = read(reading, buffer.baseAddress, buffer.count)
      guard count > 0 else { return count }
      let room = min(count, limit - kept.count)
      kept.append(contentsOf: buffer[..<room])
      if room < count { isCut = true }
      return count
    }
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    if count < 0 { failure = errno }
    if count <= 0 { isOpen = false }
  }
}
