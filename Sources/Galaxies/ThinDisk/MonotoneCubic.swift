/// The cubic curve through some points that rises and falls only where they do.
///
/// The slope at an inner point is zero at an extremum, and else the harmonic mean of the slopes of
/// the two chords, weighted by their lengths. The slope at an end is that of the parabola through
/// three points, kept to the sign of the first chord and, where the chords turn, to three times
/// its slope. Points on a straight line give that line.
///
/// - SeeAlso: Fritsch & Butland 1984, SIAM Journal on Scientific and Statistical Computing 5, 300.
struct MonotoneCubic {
  /// Places, strictly increasing; shape `[n]`, n ≥ 2.
  let x: [Double]
  /// Values; shape `[n]`.
  let y: [Double]

  /// The curve as logarithms of a density; shape `[n − 1]`.
  var pieces: [ProfilePiece] {
    let slopes = self.slopes
    return (0..<x.count - 1).map { i in
      let width = x[i + 1] - x[i]
      let chord = (y[i + 1] - y[i]) / width
      return ProfilePiece(
        start: x[i], end: x[i + 1],
        shape: .logarithmic(
          a: y[i], b: slopes[i], c: (3 * chord - 2 * slopes[i] - slopes[i + 1]) / width,
          d: (slopes[i] + slopes[i + 1] - 2 * chord) / (width * width)))
    }
  }

  /// The slopes of the curve at its points; shape `[n]`.
  private var slopes: [Double] {
    let widths = zip(x, x.dropFirst()).map { $1 - $0 }
    let chords = (0..<widths.count).map { (y[$0 + 1] - y[$0]) / widths[$0] }
    guard chords.count > 1 else { return [chords[0], chords[0]] }
    let inner = (1..<chords.count).map { i in
      Self.innerSlope(chords[i - 1], chords[i], widths[i - 1], widths[i])
    }
    let n = chords.count
    return [Self.endSlope(chords[0], chords[1], widths[0], widths[1])] + inner
      + [Self.endSlope(chords[n - 1], chords[n - 2], widths[n - 1], widths[n - 2])]
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
