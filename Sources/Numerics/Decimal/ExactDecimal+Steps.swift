extension ExactDecimal {
  /// The number of steps from one number through another, or nil if the step does not fit.
  ///
  /// - Parameters:
  ///   - start: The first value.
  ///   - end: The last value.
  ///   - step: The distance of neighbours; negative if the end is below the start.
  /// - Returns: The n with start + n · step = end; nil if there is none that is not negative.
  static func stepCount(
    from start: ExactDecimal, through end: ExactDecimal, step: ExactDecimal
  ) -> Int? {
    guard let quotient = end.subtracting(start)?.quotient(by: step) else { return nil }
    return quotient.isExact && quotient.floor >= 0 ? quotient.floor : nil
  }

  /// The values of a regular grid, each the double that its literal gives.
  ///
  /// From 0.2 through 1.5 by steps of 0.1 these are 0.2, 0.3 and so on to 1.5, without the drift
  /// of sums of doubles.
  ///
  /// - Parameters:
  ///   - start: The first value.
  ///   - end: The last value.
  ///   - step: The distance of neighbours; negative if the end is below the start.
  /// - Returns: The values in order, both ends among them; nil if the step is zero, points away
  ///   from the end or does not divide the range, or if a value does not fit.
  /// - Complexity: O(*n*) in the number of values; ask ``stepCount(from:through:step:)`` before.
  package static func steps(
    from start: ExactDecimal, through end: ExactDecimal, step: ExactDecimal
  ) -> [Double]? {
    guard let count = stepCount(from: start, through: end, step: step) else { return nil }
    var values: [Double] = []
    values.reserveCapacity(count + 1)
    for index in 0...count {
      guard let value = step.multiplied(by: index)?.adding(start) else { return nil }
      values.append(value.double)
    }
    return values
  }

  /// The two ends nearest to the one asked for that the step would reach, for advice.
  ///
  /// - Parameters:
  ///   - start: The first value.
  ///   - end: The last value asked for.
  ///   - step: The distance of neighbours.
  /// - Returns: The last reachable value not beyond the end and the one after it; equal to the end
  ///   and the one after it if the step divides the range; nil if the step is zero or points away
  ///   from the end.
  package static func nearestEnds(
    from start: ExactDecimal, through end: ExactDecimal, step: ExactDecimal
  ) -> (within: ExactDecimal, beyond: ExactDecimal)? {
    guard let count = end.subtracting(start)?.quotient(by: step)?.floor, count >= 0,
      let within = step.multiplied(by: count)?.adding(start),
      let beyond = within.adding(step)
    else { return nil }
    return (within, beyond)
  }
}
