extension [Double] {
  /// The same with what is missing, NaN, for every number that is not finite.
  var finiteOrMissing: [Double] {
    contains { $0.isInfinite } ? map { $0.isFinite ? $0 : .nan } : self
  }
}
