import Support

/// One thing that is timed.
struct Measurement {
  let name: String
  /// What is told beside the times; takes the median of them.
  private let facts: (_ nanoseconds: Double) -> [JSONValue.Member]
  /// How often the body does the thing.
  let count: Int
  /// Does the thing `count` times; the result keeps the compiler from leaving it out.
  let body: () -> Double

  init(
    name: String, count: Int, facts: @escaping (Double) -> [JSONValue.Member] = { _ in [] },
    body: @escaping () -> Double
  ) {
    (self.name, self.count, self.facts, self.body) = (name, count, facts, body)
  }

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
    return .object(
      [
        .init("name", .string(name)), .init("count", .number(Double(count))),
        .init("ns_min", rounded(times[0])), .init("ns_median", rounded(times[2])),
        .init("ns_max", rounded(times[4])), .init("ratio", rounded(ratios[2])),
      ] + facts(times[2]))
  }
}
