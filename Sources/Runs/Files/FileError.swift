/// The machine did not do what was asked of it: which file, and why.
package struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was tried: `read`, `write`, `rename`.
  package let action: String
  /// The path as the user would recognise it.
  package let path: String
  /// The system's reason: `no space left on device`.
  package let reason: String

  package init(_ action: String, _ path: String, _ reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  package var description: String {
    "cannot \(action) '\(path)': \(reason)"
  }
}
