/// Random bits by number: each is a function of a key and its number alone.
///
/// A key stands for one use of randomness: the seed of a run, the unit that is sampled and what it
/// is sampled for. No number depends on how many were asked for before, so that units and rounds
/// may be done in any order, or again.
///
/// - SeeAlso: Salmon, Moraes, Dror & Shaw 2011, SC '11, "Parallel random numbers: as easy as 1, 2,
///   3", for generators that count.
package struct SamplingKey: Equatable, Sendable {
  package let bits: UInt64

  /// The key of a unit under the seed of a run.
  ///
  /// - Parameters:
  ///   - seed: The seed.
  ///   - unit: What tells the unit from others; the same bytes give the same key.
  package init(seed: UInt64, unit: some Sequence<UInt8>) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in unit { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    self.init(bits: Self.mixed(Self.mixed(seed) ^ hash))
  }

  private init(bits: UInt64) {
    self.bits = bits
  }

  /// The key for one of several uses of this one.
  ///
  /// - Parameter use: Which use; a round, a chain, a component.
  /// - Returns: A key that has nothing to do with those of other uses.
  package func key(_ use: Int) -> SamplingKey {
    SamplingKey(bits: Self.mixed(~number(use)))
  }

  /// The bits of one number.
  @inline(__always)
  package func number(_ index: Int) -> UInt64 {
    Self.mixed(bits &+ UInt64(bitPattern: Int64(index)) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// A number between zero and one, neither of which it reaches: an odd multiple of 2^-53.
  @inline(__always)
  package func uniform(_ index: Int) -> Double {
    (Double(number(index) >> 12) + 0.5) * 0x1p-52
  }

  /// A number that is as good as drawn by chance for each other one: a step of ``SplitMix64``.
  @inline(__always)
  private static func mixed(_ bits: UInt64) -> UInt64 {
    var generator = SplitMix64(seed: bits)
    return generator.next()
  }
}
