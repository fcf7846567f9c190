/// A place between two others whose larger side is divided next by the golden section.
@usableFromInline
struct GoldenBracket {
  @usableFromInline let low: Double
  @usableFromInline let middle: Double
  @usableFromInline let high: Double

  @inlinable
  init(low: Double, middle: Double, high: Double) {
    (self.low, self.middle, self.high) = (low, middle, high)
  }

  @inlinable var width: Double { high - low }

  /// Whether the larger side is the upper one.
  @inlinable var isAbove: Bool { high - middle >= middle - low }

  /// The place that divides the larger side.
  @inlinable var trial: Double {
    middle + BoundedBrent.goldenSection * ((isAbove ? high : low) - middle)
  }

  /// Whether there is a number between the ends that is not looked at yet.
  @inlinable var canNarrow: Bool {
    let trial = trial
    return trial != middle && trial != low && trial != high
  }

  /// The bracket that follows.
  ///
  /// - Parameter isTrial: Whether it is that around the trial, or the one that ends there.
  /// - Returns: The bracket.
  @inlinable
  func narrowed(to isTrial: Bool) -> GoldenBracket {
    let trial = trial
    if isTrial {
      return isAbove
        ? GoldenBracket(low: middle, middle: trial, high: high)
        : GoldenBracket(low: low, middle: trial, high: middle)
    }
    return isAbove
      ? GoldenBracket(low: low, middle: middle, high: trial)
      : GoldenBracket(low: trial, middle: middle, high: high)
  }

  /// The trials of so many sections, whatever they find, the next one first.
  @inlinable
  func trials(_ sections: Int) -> [Double] {
    guard sections > 0 else { return [] }
    return [trial] + narrowed(to: true).trials(sections - 1)
      + narrowed(to: false).trials(sections - 1)
  }
}
