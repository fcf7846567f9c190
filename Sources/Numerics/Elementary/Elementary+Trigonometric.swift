extension Elementary {
  /// The largest magnitude, in radians, for which sine, cosine and tangent are given: 2^20.
  ///
  /// Beyond it the reduction would need more digits of π than it carries; the results are NaN.
  @inlinable
  public static var largestAngle: Double { 0x1p+20 }

  /// The sine of an angle in radians.
  ///
  ///     x = n π/2 + r, |r| ≤ π/4; then ± sin r or ± cos r
  ///
  /// Largest error measured: 0.86 units.
  ///
  /// - Parameter x: The angle, up to ``largestAngle`` either side of zero; NaN beyond it.
  /// - Returns: The sine of `x`, odd in `x` to the last bit.
  /// - SeeAlso: Cody & Waite 1980, Software Manual for the Elementary Functions, chapter 8, for
  ///   the reduction.
  @inlinable
  public static func sin(_ x: Double) -> Double {
    guard x.magnitude <= largestAngle else { return .nan }
    guard x.magnitude > 0x1p-28 else { return x }
    let (quadrant, r) = reduced(x)
    let result = quadrant & 1 == 0 ? sineParts(r) : cosineParts(r)
    let sum = result.head + result.tail
    return quadrant & 2 == 0 ? sum : -sum
  }

  /// The cosine of an angle in radians.
  ///
  /// Reduced like ``sin(_:)``. Largest error measured: 0.80 units.
  ///
  /// - Parameter x: The angle, up to ``largestAngle`` either side of zero; NaN beyond it.
  /// - Returns: The cosine of `x`, even in `x` to the last bit.
  @inlinable
  public static func cos(_ x: Double) -> Double {
    guard x.magnitude <= largestAngle else { return .nan }
    let (quadrant, r) = reduced(x)
    let result = quadrant & 1 == 0 ? cosineParts(r) : sineParts(r)
    let sum = result.head + result.tail
    return (quadrant &+ 1) & 2 == 0 ? sum : -sum
  }

  /// The tangent of an angle in radians.
  ///
  /// Reduced like ``sin(_:)``; the quotient of sine and cosine, both in two parts. Largest error
  /// measured: 0.91 units.
  ///
  /// - Parameter x: The angle, up to ``largestAngle`` either side of zero; NaN beyond it.
  /// - Returns: The tangent of `x`, odd in `x` to the last bit.
  @inlinable
  public static func tan(_ x: Double) -> Double {
    guard x.magnitude <= largestAngle else { return .nan }
    guard x.magnitude > 0x1p-28 else { return x }
    let (quadrant, r) = reduced(x)
    let (sine, cosine) = (sineParts(r), cosineParts(r))
    return quadrant & 1 == 0 ? sine / cosine : -(cosine / sine)
  }

  /// The angle, from −π/2 to π/2, whose tangent is x.
  ///
  ///     atan x = atan c + atan t,  t = (x − c) / (1 + c x),  c = 0, ½, 1, 3/2 or ∞
  ///
  /// Largest error measured: 0.71 units.
  ///
  /// - Parameter x: Any number; NaN gives NaN.
  /// - Returns: The angle in radians, odd in `x` to the last bit.
  @inlinable @inline(__always)
  public static func atan(_ x: Double) -> Double { atan(of: x) }

  /// ``atan(_:)`` of a number or of eight.
  @inlinable @inline(__always)
  public static func atan<Value: LaneValue>(_ x: Value) -> Value { atan(of: x) }

  @inlinable @inline(__always)
  static func atan<Value: LaneValue>(of x: Value) -> Value {
    let (t, head, tail) = atanReduced(x.magnitude)
    let z = t * t
    let z2 = z * z
    let a = -0x1.5555555555555p-2 + z * 0x1.9999999999996p-3
    let b = -0x1.24924924914a4p-3 + z * 0x1.c71c71c57af67p-4
    let c = -0x1.745d16c00bdc4p-4 + z * 0x1.3b139b29d7460p-4
    let d = -0x1.110eeea77dde9p-4 + z * 0x1.e19f810c02ee5p-5
    let e = -0x1.ac89f1a0019e5p-5 + z * 0x1.74c2d37a8ee9fp-5
    let f = -0x1.1a1954fee6938p-5 + z * 0x1.06d40c3bba9d5p-6
    let z4 = z2 * z2
    let series = (a + z2 * b) + z4 * ((c + z2 * d) + z4 * (e + z2 * f))
    let sum = DoubleDouble(large: head, small: t)
    let result = sum.head + (sum.tail + (tail + t * (z * series)))
    return Value(signOf: x, magnitudeOf: result)
  }

  /// The argument of the arc tangent, moved close to zero.
  ///
  /// - Parameter x: A number that is not negative, or NaN.
  /// - Returns: The moved argument, and the angle by which it was moved, in two parts.
  @inlinable @inline(__always)
  static func atanReduced<Value: LaneValue>(_ x: Value) -> (t: Value, head: Value, tail: Value) {
    var (numerator, denominator, head, tail) = (x, Value(1), Value(0), Value(0))
    func zone(from start: Double, _ above: Value, _ below: Value, _ angle: Double, _ rest: Double) {
      let isInside = x .>= start
      numerator = numerator.replacing(with: above, where: isInside)
      denominator = denominator.replacing(with: below, where: isInside)
      head = head.replacing(with: angle, where: isInside)
      tail = tail.replacing(with: rest, where: isInside)
    }
    zone(from: 0.4375, 2 * x - 1, 2 + x, 0x1.dac670561bb4fp-2, 0x1.a2b7f222f65e2p-56)
    zone(from: 0.6875, x - 1, 1 + x, 0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55)
    zone(from: 1.1875, x - 1.5, 1 + 1.5 * x, 0x1.f730bd281f69bp-1, 0x1.007887af0cbbdp-56)
    zone(from: 2.4375, Value(-1), x, 0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54)
    return (numerator / denominator, head, tail)
  }

  /// The angle less the nearest multiple of π/2.
  ///
  /// π/2 is carried in four parts, the first three of 33 digits, so that their products with n are
  /// exact; the remainder keeps a relative error near 2^-75 even beside a multiple.
  ///
  /// - Parameter x: An angle up to ``largestAngle`` either side of zero.
  /// - Returns: The multiple, of which the last two bits count, and the remainder.
  @inlinable @inline(__always)
  static func reduced(_ x: Double) -> (quadrant: UInt64, remainder: DoubleDouble<Double>) {
    let shifted = x * 0x1.45f306dc9c883p-1 + roundingShift
    let n = shifted - roundingShift
    let first = x - n * 0x1.921fb544p+0
    let second = DoubleDouble(sum: first, -(n * 0x1.0b4611a6p-34))
    let third = DoubleDouble(sum: second.head, -(n * 0x1.3198a2ep-69))
    let low = (second.tail + third.tail) - n * 0x1.b839a252049c1p-104
    return (shifted.bitPattern, DoubleDouble(sum: third.head, low))
  }

  /// The sine of a reduced angle, not yet rounded.
  ///
  /// - Parameter r: An angle up to π/4 either side of zero.
  /// - Returns: Two parts whose sum is the sine.
  @inlinable @inline(__always)
  static func sineParts(_ r: DoubleDouble<Double>) -> DoubleDouble<Double> {
    let z = r.head * r.head
    let z2 = z * z
    let a = -0x1.5555555555555p-3 + z * 0x1.1111111111111p-7
    let b = -0x1.a01a01a019ed5p-13 + z * 0x1.71de3a550c7e9p-19
    let c = -0x1.ae6455339295fp-26 + z * 0x1.61225aa4021e9p-33
    let series = (a + z2 * b) + (z2 * z2) * (c - z2 * 0x1.ab938eaa23c0ep-41)
    let tail = r.tail * (1 - 0.5 * z) + r.head * (z * series)
    return DoubleDouble(large: r.head, small: tail)
  }

  /// The cosine of a reduced angle, not yet rounded.
  ///
  /// - Parameter r: An angle up to π/4 either side of zero.
  /// - Returns: Two parts whose sum is the cosine.
  @inlinable @inline(__always)
  static func cosineParts(_ r: DoubleDouble<Double>) -> DoubleDouble<Double> {
    let z = r.head * r.head
    let z2 = z * z
    let a = 0x1.5555555555555p-5 - z * 0x1.6c16c16c16bf0p-10
    let b = 0x1.a01a019fe971ep-16 - z * 0x1.27e4fada251f7p-22
    let c = 0x1.1eec29d0212b7p-29 - z * 0x1.910134e9185ccp-37
    let series = (a + z2 * b) + (z2 * z2) * c
    // r²/2 in two parts: the square of the head is exact.
    let short = r.head.head
    let squareRest = 0.5 * (r.head - short) * (r.head + short)
    let sum = DoubleDouble(large: 1, small: -0.5 * short * short)
    let low = (z2 * series - squareRest) - r.head * r.tail
    return DoubleDouble(large: sum.head, small: sum.tail + low)
  }
}
