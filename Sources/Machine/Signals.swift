#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What this process does with signals.
package enum Signals {
  /// Makes a write to a closed pipe (`EPIPE`) or beyond the size that a file may have (`EFBIG`) an
  /// error where it would end the program.
  ///
  /// The main program calls this once, before anything is written.
  package static func turnIntoErrors() {
    for number in [SIGPIPE, SIGXFSZ] { _ = signal(number, SIG_IGN) }
  }

  /// Whether the process was told to ignore a signal, as `nohup` does, or ignores it by now.
  package static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
