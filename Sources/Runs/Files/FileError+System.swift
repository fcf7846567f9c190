import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileError {
  /// What the system says about an error number; a path that cannot be one is refused.
  package init(_ action: String, _ path: String, number: Int32) {
    let reason = SystemError(number).description
    self =
      switch number {
      case ENAMETOOLONG, ELOOP: .refusal(action, path, reason)
      case ENOENT, ENOTDIR: .absence(action, path, reason)
      default: FileError(action, path, reason)
      }
  }
}
