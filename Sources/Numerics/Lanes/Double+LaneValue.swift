extension Double: LaneValue {
  @inlinable @inline(__always)
  public static func .< (a: Double, b: Double) -> Bool { a < b }

  @inlinable @inline(__always)
  public static func .<= (a: Double, b: Double) -> Bool { a <= b }

  @inlinable @inline(__always)
  public static func .> (a: Double, b: Double) -> Bool { a > b }

  @inlinable @inline(__always)
  public static func .>= (a: Double, b: Double) -> Bool { a >= b }

  @inlinable @inline(__always)
  public static func .== (a: Double, b: Double) -> Bool { a == b }

  @inlinable @inline(__always)
  public static func .!= (a: Double, b: Double) -> Bool { a != b }

  @inlinable @inline(__always)
  public func replacing(with other: Double, where mask: Bool) -> Double { mask ? other : self }

  @inlinable @inline(__always)
  public func map(_ body: (Double) -> Double) -> Double { body(self) }

  @inlinable @inline(__always)
  public var head: Double { Double(bitPattern: bitPattern & 0xFFFF_FFFF_F800_0000) }

  @inlinable @inline(__always)
  public static func powerOfTwo(shifted: Double) -> Double {
    Double(bitPattern: (shifted.bitPattern &+ 1023) << 52)
  }

  @inlinable @inline(__always)
  public var decomposed: (exponent: Double, fraction: Double) {
    let rootOfHalf: UInt64 = 0x3FE6_A09E_667F_3BCD
    let shift = 0x1.8p+52
    let offset = bitPattern &- rootOfHalf
    // The exponent is written into the digits of 3 · 2^51, which avoids a conversion.
    let biased = Double(
      bitPattern: shift.bitPattern &+ UInt64(bitPattern: Int64(bitPattern: offset) >> 52))
    let fraction = Double(bitPattern: (offset & 0x000F_FFFF_FFFF_FFFF) &+ rootOfHalf)
    return (biased - shift, fraction - 1)
  }

  @inlinable @inline(__always)
  public static func power(
    _ base: Double, _ exponent: Double, ordinary: Double, special: (Double, Double) -> Double
  ) -> Double {
    guard base >= 0x1p-1022 && base < .infinity && exponent.isFinite else {
      return special(base, exponent)
    }
    return ordinary
  }
}
