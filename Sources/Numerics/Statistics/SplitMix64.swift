/// A small random number generator that gives the same numbers from the same seed everywhere.
///
/// Each number is a scrambled member of an arithmetic sequence, so every seed is as good as any
/// other. The period is 2^64. Not for secrets. Public, like ``Elementary``, so
/// that it inlines into the samplers of other modules.
///
/// - SeeAlso: Steele, Lea & Flood 2014, OOPSLA, "Fast splittable pseudorandom number generators".
public struct SplitMix64: RandomNumberGenerator, Sendable {
  /// The member of the sequence from which the last number was made.
  @usableFromInline var state: UInt64

  /// The second number of the last pair from ``normal()``, not yet given out.
  @usableFromInline var spare: Double?

  /// A generator at the start of its sequence.
  ///
  /// - Parameter seed: Any number; it alone decides what follows.
  @inlinable
  public init(seed: UInt64) {
    state = seed
  }

  /// A generator that has given out some numbers of ``next()``.
  ///
  /// - Parameters:
  ///   - seed: Any number.
  ///   - count: How many numbers of its sequence are passed over.
  @inlinable
  public init(seed: UInt64, after count: UInt64) {
    state = seed &+ count &* 0x9E37_79B9_7F4A_7C15
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from zero up to but not including one, a multiple of 2^-53, all equally likely.
  @inlinable
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number from the normal distribution of mean zero and standard deviation one.
  ///
  /// Numbers come in pairs from one point in the unit disk; the second is kept for the next call.
  ///
  /// - SeeAlso: Marsaglia & Bray 1964, SIAM Review 6, 260.
  @inlinable
  public mutating func normal() -> Double {
    if let spare {
      self.spare = nil
      return spare
    }
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      guard square < 1 && square > 0 else { continue }
      let factor = (-2 * Elementary.log(square) / square).squareRoot()
      spare = y * factor
      return x * factor
    }
  }
}
