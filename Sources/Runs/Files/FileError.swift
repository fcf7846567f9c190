/// A file did not do what was asked of it: which file, and why.
package struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was tried: `read`, `write`, `rename`.
  package let action: String
  /// The path as the user would recognise it.
  package let path: String
  /// The reason, the system's own where it has one: `no space left on device`.
  package let reason: String
  /// What to do about it.
  package let help: String?
  /// Whether the file is not what may be read, so that the input is wrong and not the machine.
  package let isRefusal: Bool

  /// The machine failed.
  package init(_ action: String, _ path: String, _ reason: String) {
    self.init(action, path, reason, help: nil, isRefusal: false)
  }

  private init(
    _ action: String, _ path: String, _ reason: String, help: String?, isRefusal: Bool
  ) {
    self.action = action
    self.path = path
    self.reason = reason
    self.help = help
    self.isRefusal = isRefusal
  }

  /// What is there is not what may be read.
  package static func refusal(
    _ action: String, _ path: String, _ reason: String, help: String? = nil
  ) -> Self {
    Self(action, path, reason, help: help, isRefusal: true)
  }

  package var description: String {
    "cannot \(action) '\(path)': \(reason)"
  }
}
