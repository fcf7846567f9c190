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
  /// Whether nothing has the path.
  package let isAbsence: Bool

  /// The machine failed.
  package init(_ action: String, _ path: String, _ reason: String) {
    self.init(action, path, reason, help: nil, isRefusal: false, isAbsence: false)
  }

  /// Nothing has the path.
  static func absence(_ action: String, _ path: String, _ reason: String) -> Self {
    Self(action, path, reason, help: nil, isRefusal: false, isAbsence: true)
  }

  private init(
    _ action: String, _ path: String, _ reason: String, help: String?, isRefusal: Bool,
    isAbsence: Bool
  ) {
    self.isAbsence = isAbsence
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
    Self(action, path, reason, help: help, isRefusal: true, isAbsence: false)
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.description == right.description && left.help == right.help
      && left.isRefusal == right.isRefusal
  }

  package var description: String {
    "cannot \(action) '\(path)': \(reason)"
  }
}
