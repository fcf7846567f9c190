#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A call that the system refused.
package struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The system's number for it, as in `errno`.
  package let number: Int32

  package init(_ number: Int32) {
    self.number = number
  }

  /// The system's reason, as it stands inside a sentence: `no space left on device`.
  package var description: String {
    let reason = String(cString: strerror(number))
    return reason.prefix(1).lowercased() + reason.dropFirst()
  }
}
