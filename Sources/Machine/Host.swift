#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the machine offers to this process.
package enum Host {
  /// How many processors are at hand.
  package static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// The variables of the process by their names.
  package static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// Lets other processes work for a while of less than a second; a signal ends it early.
  package static func sleep(for pause: Duration) {
    usleep(UInt32(pause.components.attoseconds / 1_000_000_000_000))
  }
}
