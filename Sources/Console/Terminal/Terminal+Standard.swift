#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Terminal {
  /// The terminal that the program was started in.
  ///
  /// Of the variables of the process, `NO_COLOR` and `TERM` count.
  package static func standard(environment: [String: String]) -> Terminal {
    let (isOutputTTY, isErrorTTY) = (isatty(STDOUT_FILENO) != 0, isatty(STDERR_FILENO) != 0)
    return Terminal(
      output: DescriptorSink(STDOUT_FILENO), errors: DescriptorSink(STDERR_FILENO),
      isOutputTTY: isOutputTTY, isErrorTTY: isErrorTTY, environment: environment,
      columns: {
        (isOutputTTY ? columns(of: STDOUT_FILENO) : nil)
          ?? (isErrorTTY ? columns(of: STDERR_FILENO) : nil)
      })
  }

  /// The width that a terminal reports, if it is one and knows.
  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
