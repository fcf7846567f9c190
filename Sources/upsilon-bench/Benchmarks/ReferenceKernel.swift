/// The kernel that every other time is put in relation to, so that machines can be compared: a
/// chain of divisions and square roots, which leaves a compiler nothing to improve.
enum ReferenceKernel {
  static let count = 200_000

  /// Nanoseconds for one link, the median of three chains.
  static func nanoseconds() -> Double {
    let clock = ContinuousClock()
    var sink = 1.5
    let times = (0..<3).map { _ in
      clock.measure {
        for _ in 0..<count { sink = (2 / sink + sink).squareRoot() }
      }.nanoseconds / Double(count)
    }.sorted()
    precondition(sink > 1, "the chain tends to a number above one")
    return times[1]
  }
}

extension Duration {
  var nanoseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) * 1e9 + Double(attoseconds) * 1e-9
  }
}
