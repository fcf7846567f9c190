import Steps

/// How many fits of a plan are proven to be the best within their bounds.
package struct FitProofs: Equatable, Sendable {
  package let fits: Int
  package let proven: Int

  package init(fits: Int, proven: Int) {
    (self.fits, self.proven) = (fits, proven)
  }

  package static func + (one: FitProofs, other: FitProofs) -> FitProofs {
    FitProofs(fits: one.fits + other.fits, proven: one.proven + other.proven)
  }
}

extension FitComputation {
  /// Counts the proofs of some units.
  ///
  /// - Precondition: Proofs are asked for.
  package func proofs(of units: Range<Int>) -> FitProofs {
    precondition(quantities.isCertified, "no proofs are asked for")
    let width = recordWidth
    let records = [Double](unsafeUninitializedCapacity: units.count * width) { buffer, count in
      buffer.initialize(repeating: .nan)
      compute(units, into: buffer)
      count = buffer.count
    }
    let verdicts = units.indices.map { records[($0 - units.lowerBound + 1) * width - 1] }
    return FitProofs(
      fits: verdicts.count { !$0.isNaN }, proven: verdicts.count { $0 == 1 })
  }
}
