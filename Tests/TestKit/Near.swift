extension Double {
  /// Whether two numbers agree, relative to the larger one or absolutely.
  package func isNear(
    _ other: Double, relative: Double = 1e-12, absolute: Double = 0
  ) -> Bool {
    if self == other || (isNaN && other.isNaN) { return true }
    let scale = Swift.max(abs(self), abs(other))
    return abs(self - other) <= Swift.max(relative * scale, absolute)
  }
}
