#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An open file descriptor as a place for bytes.
package struct DescriptorSink: ByteSink {
  package let descriptor: Int32

  package init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Writes all the bytes, however many pieces the system takes them in.
  ///
  /// A signal in between does not matter, and a descriptor that is not ready is waited for.
  package func write(_ bytes: [UInt8]) throws(WriteFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let (count, code) = rest.withUnsafeBytes { buffer in
        let count = systemWrite(descriptor, buffer.baseAddress, buffer.count)
        return (count, errno)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if code == EAGAIN || code == EWOULDBLOCK {
        waitUntilReady()
      } else if code != EINTR {
        throw code == EPIPE ? .closed : .refused(code)
      }
    }
  }

  private func waitUntilReady() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }
}

/// The function `write(2)`, which the method of the same name hides.
private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, start, count)
}

/// Makes a write to a closed pipe an error (`EPIPE`) where it would end the program.
///
/// The main program calls this once, before anything is written.
package func ignoreBrokenPipes() {
  _ = signal(SIGPIPE, SIG_IGN)
}
