import Numerics

/// What follows from the residuals of a block, cell by cell as for a single fit.
struct BlockSums {
  var residuals = ResidualSums()
  /// The sums by one or two of the first two parameters of a law.
  var pair: PairSums
  /// The sums by other parameters, or more, in place of that.
  var many: ManySums?

  @inline(__always)
  init(size: Int) {
    pair = PairSums(size: size)
  }
}
