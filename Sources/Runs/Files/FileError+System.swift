#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileError {
  /// What the system says about an error number.
  package init(_ action: String, _ path: String, number: Int32) {
    let reason = String(cString: strerror(number))
    self.init(action, path, reason.prefix(1).lowercased() + reason.dropFirst())
  }
}
