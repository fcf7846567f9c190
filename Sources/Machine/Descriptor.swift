#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file descriptor, which its owner closes.
package struct Descriptor: Sendable {
  package let number: Int32

  package init(_ number: Int32) {
    self.number = number
  }

  /// Writes all the bytes, in however many pieces the system takes them.
  ///
  /// A signal in between does not matter, and a descriptor that is not ready is waited for.
  ///
  /// - Throws: ``SystemError`` when the system takes no more; some bytes may be written then.
  package func writeAll(_ bytes: [UInt8]) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let (count, code) = rest.withUnsafeBytes { bytes in
        (uninterrupted { write(number, bytes.baseAddress, bytes.count) }, errno)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if code == EAGAIN || code == EWOULDBLOCK {
        waitUntilReady()
      } else {
        throw SystemError(code)
      }
    }
  }

  private func waitUntilReady() {
    var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }
}
