extension [Double] {
  /// The same with what is missing, NaN, for every number that is not finite.
  var finiteOrMissing: [Double] {
    hasInfinity ? map { $0.isFinite ? $0 : .nan } : self
  }

  /// Whether some number is infinite; without a branch a number, for very many of them.
  private var hasInfinity: Bool {
    withUnsafeBufferPointer { numbers in
      var largest: UInt64 = 0
      for number in numbers {
        let isInfinite = number.magnitude.bitPattern == Double.infinity.bitPattern
        largest |= isInfinite ? 1 : 0
      }
      return largest != 0
    }
  }
}
