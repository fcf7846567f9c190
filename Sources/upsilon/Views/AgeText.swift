import Console

/// How long ago something was, as tables show it.
enum AgeText {
  /// - Parameter seconds: Less than nothing where a clock was ahead of this machine's.
  /// - Returns: `3 min`, or that it cannot be.
  static func text(_ seconds: Double) -> String {
    seconds < -1 ? "in the future" : DurationText.ago(seconds)
  }
}
