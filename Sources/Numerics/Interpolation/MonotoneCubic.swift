/// The cubic curve through some points that rises and falls only where they do.
///
/// The slope at an inner point is zero at an extremum, and else the harmonic mean of the slopes of
/// the two chords, weighted by their lengths. The slope at an end is that of the parabola through
/// three points, kept to the sign of the first chord and, where the chords turn, to three times
/// its slope. Points on a straight line give that line.
///
/// - SeeAlso: Fritsch & Butland 1984, SIAM Journal on Scientific and Statistical Computing 5, 300.
package struct MonotoneCubic: Sendable {
  /// Places, strictly increasing; shape `[n]`, n ≥ 2.
  package let x: [Double]
  /// Values; shape `[n]`.
  package let y: [Double]

  /// The slopes of the curve at its points; shape `[n]`.
  package let slopes: [Double]

  /// - Parameters:
  ///   - x: Places, strictly increasing; shape `[n]`, n ≥ 2.
  ///   - y: Values; shape `[n]`.
  package init(x: [Double], y: [Double]) {
    precondition(x.count == y.count && x.count > 1, "a curve has two points or more")
    (self.x, self.y) = (x, y)
    slopes = Self.slopes(x, y)
  }

  /// The value at a place; beyond the points that of the nearest.
  ///
  /// - Complexity: O(log *n*).
  package func value(at place: Double) -> Double {
    guard place > x[0] else { return y[0] }
    guard place < x[x.count - 1] else { return y[y.count - 1] }
    var (low, high) = (0, x.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if x[middle] <= place { low = middle } else { high = middle }
    }
    let width = x[high] - x[low]
    let chord = (y[high] - y[low]) / width
    let c = (3 * chord - 2 * slopes[low] - slopes[high]) / width
    let d = (slopes[low] + slopes[high] - 2 * chord) / (width * width)
    let offset = place - x[low]
    return y[low] + offset * (slopes[low] + offset * (c + offset * d))
  }

  private static func slopes(_ x: [Double], _ y: [Double]) -> [Double] {
    let widths = zip(x, x.dropFirst()).map { $1 - $0 }
    let chords = (0..<widths.count).map { (y[$0 + 1] - y[$0]) / widths[$0] }
    guard chords.count > 1 else { return [chords[0], chords[0]] }
    let inner = (1..<chords.count).map { i in
      innerSlope(chords[i - 1], chords[i], widths[i - 1], widths[i])
    }
    let n = chords.count
    return [endSlope(chords[0], chords[1], widths[0], widths[1])] + inner
      + [endSlope(chords[n - 1], chords[n - 2], widths[n - 1], widths[n - 2])]
  }

  /// The slope between two chords of given slopes and lengths.
  private static func innerSlope(
    _ before: Double, _ after: Double, _ lengthBefore: Double, _ lengthAfter: Double
  ) -> Double {
    guard (before > 0 && after > 0) || (before < 0 && after < 0) else { return 0 }
    let first = 2 * lengthAfter + lengthBefore
    let second = lengthAfter + 2 * lengthBefore
    return (first + second) / (first / before + second / after)
  }

  /// The slope at an end, from the slopes and lengths of the chord there and the next.
  private static func endSlope(
    _ chord: Double, _ next: Double, _ length: Double, _ nextLength: Double
  ) -> Double {
    let slope = ((2 * length + nextLength) * chord - length * next) / (length + nextLength)
    guard (slope > 0 && chord > 0) || (slope < 0 && chord < 0) else { return 0 }
    let turns = (chord > 0) != (next > 0)
    return turns && slope.magnitude > 3 * chord.magnitude ? 3 * chord : slope
  }
}
