#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The three descriptors that a program is started with.
package enum StandardDescriptors {
  /// Opens those that are closed to nothing, so that no file of the program gets their numbers and
  /// takes in what is meant for a terminal.
  ///
  /// The main program calls this once, before it opens anything.
  package static func open() {
    for number in Int32(0)...2 where fcntl(number, F_GETFD) < 0 && errno == EBADF {
      // The lowest free number is taken.
      _ = systemOpen("/dev/null", O_RDWR)
    }
  }
}

private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
