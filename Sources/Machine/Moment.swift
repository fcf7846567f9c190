#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A moment by some clock: milliseconds since the beginning of 1970.
package struct Moment: Comparable, Hashable, Sendable {
  package let milliseconds: Int

  package init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  /// - Parameter seconds: Since the beginning of 1970; `nil` comes of what is beyond all calendars.
  package init?(seconds: Double) {
    guard abs(seconds) < 1e12 else { return nil }
    milliseconds = Int((seconds * 1000).rounded())
  }

  /// What the clock of this machine says.
  package static var now: Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(milliseconds: Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000)
  }

  /// How long before another moment it is, s; negative if it is after it.
  package func seconds(until other: Moment) -> Double {
    Double(other.milliseconds - milliseconds) / 1000
  }

  package static func < (left: Moment, right: Moment) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
