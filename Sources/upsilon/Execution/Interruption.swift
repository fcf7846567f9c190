import Dispatch
import Runs
import Support

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Turns Ctrl-C and a polite kill into a request to stop.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM]

  /// Watches for the signals.
  ///
  /// - Parameter cancellation: Receives the request.
  /// - Returns: The sources, which watch as long as they are kept.
  static func watch(_ cancellation: Cancellation) -> [any DispatchSourceSignal] {
    signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        // A second signal does not wait for anything.
        if cancellation.isRequested { endProcess() }
        cancellation.request()
      }
      source.resume()
      return source
    }
  }

  /// Ends as a program ends that an interrupt stopped, so that the shell sees it too.
  static func endProcess() -> Never {
    signal(SIGINT, SIG_DFL)
    kill(getpid(), SIGINT)
    exit(130)
  }
}
