/// Eight numbers side by side: cells of one galaxy, nodes of one table, draws of one sample.
public typealias Lanes = SIMD8<Double>

extension SIMD8<Double>: LaneValue {
  public typealias Mask = SIMDMask<SIMD8<Int64>>

  /// How many lanes there are.
  @inlinable
  public static var count: Int { 8 }

  @inlinable @inline(__always)
  public init(_ number: Double) { self.init(repeating: number) }

  /// The numbers with the other sign; what the standard library gives, 0 − x, has another zero.
  @inlinable @inline(__always)
  public static prefix func - (a: Self) -> Self {
    Self(bits: a.bits ^ SIMD8<UInt64>(repeating: 0x8000_0000_0000_0000))
  }

  @inlinable @inline(__always)
  public func map(_ body: (Double) -> Double) -> Self {
    var mapped = self
    for lane in 0..<Self.count { mapped[lane] = body(self[lane]) }
    return mapped
  }

  @inlinable @inline(__always)
  var bits: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }

  @inlinable @inline(__always)
  init(bits: SIMD8<UInt64>) { self = unsafeBitCast(bits, to: Self.self) }

  @inlinable @inline(__always)
  public var magnitude: Self {
    Self(bits: bits & SIMD8<UInt64>(repeating: 0x7FFF_FFFF_FFFF_FFFF))
  }

  @inlinable @inline(__always)
  public var head: Self {
    Self(bits: bits & SIMD8<UInt64>(repeating: 0xFFFF_FFFF_F800_0000))
  }

  @inlinable @inline(__always)
  public init(signOf sign: Self, magnitudeOf magnitude: Self) {
    self.init(
      bits: (magnitude.bits & SIMD8<UInt64>(repeating: 0x7FFF_FFFF_FFFF_FFFF))
        | (sign.bits & SIMD8<UInt64>(repeating: 0x8000_0000_0000_0000)))
  }

  @inlinable @inline(__always)
  public static func powerOfTwo(shifted: Self) -> Self {
    Self(
      bits: (shifted.bits &+ SIMD8<UInt64>(repeating: 1023)) &<< SIMD8<UInt64>(repeating: 52))
  }

  @inlinable @inline(__always)
  public var decomposed: (exponent: Self, fraction: Self) {
    let rootOfHalf = SIMD8<UInt64>(repeating: 0x3FE6_A09E_667F_3BCD)
    let shift = 0x1.8p+52
    let offset = bits &- rootOfHalf
    let signed = unsafeBitCast(offset, to: SIMD8<Int64>.self) &>> SIMD8<Int64>(repeating: 52)
    let biased = Self(
      bits: SIMD8<UInt64>(repeating: shift.bitPattern)
        &+ unsafeBitCast(signed, to: SIMD8<UInt64>.self))
    let fraction = Self(
      bits: (offset & SIMD8<UInt64>(repeating: 0x000F_FFFF_FFFF_FFFF)) &+ rootOfHalf)
    return (biased - shift, fraction - 1)
  }

  @inlinable @inline(__always)
  public static func power(
    _ base: Self, _ exponent: Self, ordinary: Self, special: (Double, Double) -> Double
  ) -> Self {
    let isOrdinary =
      (base .>= 0x1p-1022) .& (base .< .infinity) .& (exponent.magnitude .< .infinity)
    if isOrdinary.isEverywhere { return ordinary }
    var powers = ordinary
    for lane in 0..<count where !isOrdinary[lane] {
      powers[lane] = special(base[lane], exponent[lane])
    }
    return powers
  }
}
