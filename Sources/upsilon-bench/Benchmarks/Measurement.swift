import Support

/// One thing that is timed.
struct Measurement {
  let name: String
  /// How often the body does the thing.
  let count: Int
  /// Does the thing `count` times; the result keeps the compiler from leaving it out.
  let body: () -> Double

  /// Times the body five times after a warm-up, each beside the ``ReferenceKernel``.
  ///
  /// - Returns: Nanoseconds for one of the `count` things: smallest, median and largest; and the
  ///   median of their ratios to the kernel.
  func run() -> JSONValue {
    let clock = ContinuousClock()
    var sink = body()
    var times: [Double] = []
    var ratios: [Double] = []
    for _ in 0..<5 {
      let reference = ReferenceKernel.nanoseconds()
      let time = clock.measure { sink += body() }.nanoseconds / Double(count)
      times.append(time)
      ratios.append(time / reference)
    }
    precondition(!sink.isInfinite, "the sum of the results is finite")
    times.sort()
    ratios.sort()
    func rounded(_ value: Double) -> JSONValue { .number((value * 100).rounded() / 100) }
    return [
      "name": .string(name), "count": .number(Double(count)), "ns_min": rounded(times[0]),
      "ns_median": rounded(times[2]), "ns_max": rounded(times[4]), "ratio": rounded(ratios[2]),
    ]
  }
}
