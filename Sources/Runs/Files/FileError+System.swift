import Machine

extension FileError {
  /// What the system says about an error number.
  package init(_ action: String, _ path: String, number: Int32) {
    self.init(action, path, SystemError(number).description)
  }
}
