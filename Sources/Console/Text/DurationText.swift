import Support

/// A length of time as people read it.
package enum DurationText {
  /// A measured time: `4 ms`, `0.03 s`, `3.2 s`, `42 s`, `2 min 05 s`.
  ///
  /// - Precondition: `seconds` is finite and not negative.
  package static func measured(_ seconds: Double) -> String {
    if seconds < 0.001 { return "< 1 ms" }
    if seconds < 0.0095 { return "\(Int((seconds * 1000).rounded())) ms" }
    if seconds < 0.995 { return "0." + twoDigits(Int((seconds * 100).rounded())) + " s" }
    if seconds < 9.95 {
      let tenths = Int((seconds * 10).rounded())
      return "\(tenths / 10).\(tenths % 10) s"
    }
    return whole(Int(min(seconds, longest).rounded()))
  }

  /// An expected time in whole seconds, rounded up: `3 s`, `2 min 05 s`, `1 h 02 min`.
  ///
  /// - Precondition: `seconds` is not NaN.
  package static func expected(_ seconds: Double) -> String {
    whole(Int(max(0, min(seconds, longest)).rounded(.up)))
  }

  /// How long ago something was: `40 s`, `3 min`, `5 h`, `2 days`, `7 months`, `3 years`.
  ///
  /// Less than nothing, as a wrong clock makes it, is `0 s`.
  package static func ago(_ seconds: Double) -> String {
    let days = max(0, seconds) / 86_400
    return switch max(0, seconds) {
    case ..<60: "\(Int(max(0, seconds))) s"
    case ..<3600: "\(Int(seconds / 60)) min"
    case ..<86_400: "\(Int(seconds / 3600)) h"
    case ..<(60 * 86_400): Int(days).counted("day", "days")
    case ..<(730 * 86_400): "\(Int(days / 30.44)) months"
    default: "\(Int(min(days / 365.25, 9999))) years"
    }
  }

  /// A year is long enough for any progress line, and keeps the integers in range.
  private static let longest: Double = 366 * 86_400

  private static func whole(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3600: "\(seconds / 60) min \(twoDigits(seconds % 60)) s"
    case ..<86_400: "\(seconds / 3600) h \(twoDigits(seconds / 60 % 60)) min"
    default: "\(seconds / 86_400) d \(twoDigits(seconds / 3600 % 24)) h"
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
