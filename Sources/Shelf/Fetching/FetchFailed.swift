package import Runs
package import Support

/// A download that did not come to a good end; nothing of it is left.
package enum FetchFailed: Error, Equatable, Sendable {
  /// No address had the right file.
  case unavailable(path: String, attempts: [Attempt])
  /// The disk or the system failed.
  case file(FileError)
  /// The user stopped it.
  case cancelled

  /// One address that was tried, and why it did not do.
  package struct Attempt: Equatable, Sendable {
    package let url: String
    package let reason: String
  }

  /// What to do about it.
  package var help: Advice? {
    guard case .unavailable = self else { return nil }
    return "download it by hand, and \(command: "data import", "PATH") takes it"
  }
}

extension FetchFailed {
  /// Runs a body and tells what the machine failed at.
  static func telling<Value>(
    _ body: () throws(FileError) -> Value
  ) throws(FetchFailed) -> Value {
    do {
      return try body()
    } catch {
      throw .file(error)
    }
  }
}

extension FetchFailed: CustomStringConvertible {
  /// What failed, then one line for each address.
  package var description: String {
    switch self {
    case .unavailable(let path, let attempts):
      (["cannot download '\(path)'"] + attempts.map { "  \($0.url): \($0.reason)" })
        .joined(separator: "\n")
    case .file(let error): "\(error)"
    case .cancelled: "the download was stopped"
    }
  }
}
