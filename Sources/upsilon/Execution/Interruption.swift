import Dispatch
import Machine
import Runs
import Support
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Turns Ctrl-C and a polite kill into a request to stop.
enum Interruption {
  /// The signals that the process was not told to ignore, as `nohup` and `&` in scripts do.
  private static let signals = [SIGINT, SIGTERM].filter { !Signals.isIgnored($0) }
  /// Whether the signal that came first was the polite kill.
  private static let isKill = Atomic(false)

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
        isKill.store(number == SIGTERM, ordering: .relaxed)
        cancellation.request()
      }
      source.resume()
      return source
    }
  }

  /// Ends as a program ends that the signal stopped, so that the shell sees it too.
  static func endProcess() -> Never {
    let number = isKill.load(ordering: .relaxed) ? SIGTERM : SIGINT
    signal(number, SIG_DFL)
    kill(getpid(), number)
    exit(128 + number)
  }
}
