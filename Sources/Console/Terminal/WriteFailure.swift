package import Machine

/// Why bytes did not arrive.
package enum WriteFailure: Error, Equatable, Sendable {
  /// The reader has gone away, as `head` does; nothing is wrong.
  case closed
  /// The system refused.
  case refused(SystemError)
}

extension WriteFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .closed: "the reader has gone away"
    case .refused(let error): error.description
    }
  }
}
