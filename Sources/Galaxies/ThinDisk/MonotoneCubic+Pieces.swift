import Numerics

extension MonotoneCubic {
  /// The curve as logarithms of a density; shape `[n − 1]`.
  var pieces: [ProfilePiece] {
    (0..<x.count - 1).map { i in
      let width = x[i + 1] - x[i]
      let chord = (y[i + 1] - y[i]) / width
      return ProfilePiece(
        start: x[i], end: x[i + 1],
        shape: .logarithmic(
          a: y[i], b: slopes[i], c: (3 * chord - 2 * slopes[i] - slopes[i + 1]) / width,
          d: (slopes[i] + slopes[i + 1] - 2 * chord) / (width * width)))
    }
  }
}
