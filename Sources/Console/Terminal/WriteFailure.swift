#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why bytes did not arrive.
package enum WriteFailure: Error, Equatable, Sendable {
  /// The reader has gone away, as `head` does; nothing is wrong.
  case closed
  /// The system refused, for the reason that this `errno` names.
  case refused(Int32)
}

extension WriteFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .closed: "the reader has gone away"
    case .refused(let code): String(cString: strerror(code))
    }
  }
}
