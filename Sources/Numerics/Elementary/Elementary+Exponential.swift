extension Elementary {
  /// e to the power of x.
  ///
  ///     x = n ln 2 + r, |r| ≤ ln 2 / 2;  e^x = 2^n (1 + r + r² q(r))
  ///
  /// Overflows to infinity above 709.78 and falls through the subnormal numbers to zero below
  /// -745.13. Largest error measured: 0.74 units.
  ///
  /// - Parameter x: Any number; NaN gives NaN.
  /// - Returns: The exponential of `x`.
  /// - SeeAlso: Tang 1989, ACM TOMS 15, 144, for the reduction in two parts.
  @inlinable @inline(__always)
  public static func exp(_ x: Double) -> Double { exp(of: x) }

  /// ``exp(_:)`` of a number or of eight.
  @inlinable @inline(__always)
  public static func exp<Value: LaneValue>(_ x: Value) -> Value { exp(of: x) }

  @inlinable @inline(__always)
  static func exp<Value: LaneValue>(of x: Value) -> Value { exp(x, tail: Value(-0.0)) }

  /// e to the power of x, minus one, without loss of digits near zero.
  ///
  ///     e^x − 1 = (2^n − 1) + 2^n (r + r² q(r))
  ///
  /// Tends to `x` near zero, to -1 far below it. Largest error measured: 0.88 units.
  ///
  /// - Parameter x: Any number; NaN gives NaN.
  /// - Returns: The exponential of `x`, less one.
  @inlinable @inline(__always)
  public static func expm1(_ x: Double) -> Double { expm1(of: x) }

  /// ``expm1(_:)`` of a number or of eight.
  @inlinable @inline(__always)
  public static func expm1<Value: LaneValue>(_ x: Value) -> Value { expm1(of: x) }

  @inlinable @inline(__always)
  static func expm1<Value: LaneValue>(of x: Value) -> Value {
    let clamped = x.atMost(710).atLeast(-50)
    // Where e^x is about to overflow, half of the result is computed first.
    let isLarge = x .> 1
    let half = Value(1).replacing(with: 0.5, where: isLarge)
    let double = Value(1).replacing(with: 2, where: isLarge)
    let parts = expm1Parts(clamped, half: half)
    return Value(signOf: x, magnitudeOf: double * (parts.head + parts.tail))
  }

  /// One minus e to the power of −s, without loss of digits for small s.
  ///
  /// Tends to `s` near zero and to one far above it. Largest error measured: 0.88 units.
  ///
  /// - Parameter s: Any number; negative numbers give negative results.
  /// - Returns: The value of 1 − e^(−s).
  @inlinable @inline(__always)
  public static func oneMinusExp(minus s: Double) -> Double { -expm1(of: -s) }

  /// ``oneMinusExp(minus:)`` of a number or of eight.
  @inlinable @inline(__always)
  public static func oneMinusExp<Value: LaneValue>(minus s: Value) -> Value {
    -expm1(of: -s)
  }

  /// Ten to the power of x.
  ///
  ///     10^x = e^(x ln 10), the product in double-double
  ///
  /// Powers that are doubles (10^0 to 10^22) are exact. Overflows above 308.25, zero below -323.6.
  /// Largest error measured: 0.75 units.
  ///
  /// - Parameter x: Any number; NaN gives NaN.
  /// - Returns: The power.
  @inlinable @inline(__always)
  public static func exp10(_ x: Double) -> Double { exp10(of: x) }

  /// ``exp10(_:)`` of a number or of eight.
  @inlinable @inline(__always)
  public static func exp10<Value: LaneValue>(_ x: Value) -> Value { exp10(of: x) }

  @inlinable @inline(__always)
  static func exp10<Value: LaneValue>(of x: Value) -> Value {
    let clamped = x.atMost(310).atLeast(-330)
    let product = DoubleDouble(product: clamped, Value(0x1.26bb1bbb55516p+1))
    return exp(product.head, tail: product.tail - clamped * 0x1.f48ad494ea3e9p-53)
  }

  /// The exponential of a number given in two parts.
  ///
  /// Free of branches, so that loops over it vectorise. The factor 2^n is applied in two halves:
  /// the first product is exact, and the second rounds once where the result is subnormal.
  ///
  /// - Parameters:
  ///   - x: The number, rounded.
  ///   - tail: What the rounding left over; -0.0 for nothing, which costs nothing.
  /// - Returns: The exponential of the sum.
  @inlinable @inline(__always)
  static func exp<Value: LaneValue>(_ x: Value, tail: Value) -> Value {
    let clamped = x.atMost(710).atLeast(-746)
    let parts = expParts(clamped, tail: tail)
    let n = parts.shifted - roundingShift
    let half = 0.5 * n + roundingShift
    let rest = n - (half - roundingShift) + roundingShift
    let scaled = (parts.head + parts.tail) * Value.powerOfTwo(shifted: half)
    return scaled * Value.powerOfTwo(shifted: rest)
  }

  /// The two parts of the exponential's argument, and the curved part of the exponential.
  ///
  ///     x + tail = n ln 2 + head + low;  e^(head + low) = 1 + head + rest
  ///
  /// The head is exact because the first part of ln 2 has 42 digits. The low part, below 2^-32,
  /// enters by its derivative, so that the polynomial sees an exact argument.
  ///
  /// - Parameters:
  ///   - x: A number from -746 to 710.
  ///   - tail: A correction to `x`; -0.0 for none, which costs nothing.
  /// - Returns: The integer n plus ``roundingShift``, the head and the rest.
  @inlinable @inline(__always)
  static func expReduction<Value: LaneValue>(
    _ x: Value, tail: Value
  ) -> (shifted: Value, head: Value, rest: Value) {
    let shifted = x * 0x1.71547652b82fep+0 + roundingShift
    let n = shifted - roundingShift
    let r = x - n * 0x1.62e42fefa38p-1
    let low = tail - n * 0x1.ef35793c7673p-45
    let r2 = r * r
    let r4 = r2 * r2
    let a = 0x1.5555555555556p-3 + r * 0x1.5555555555555p-5
    let b = 0x1.11111111109afp-7 + r * 0x1.6c16c16c167dfp-10
    let c = 0x1.a01a01a7c73c0p-13 + r * 0x1.a01a01a47ccd9p-16
    let d = 0x1.71de0da24602dp-19 + r * 0x1.27e4e1ed9933ep-22
    let e = 0x1.af38c67fbb53ep-26 + r * 0x1.1f66eff4fc984p-29
    let series = (a + r2 * b) + r4 * ((c + r2 * d) + r4 * e)
    let curve = 0.5 * r2 + (r * r2) * series
    return (shifted, r, curve + low * ((1 + r) + curve))
  }

  /// The exponential, scaled by a power of two and not yet rounded.
  ///
  /// - Parameters:
  ///   - x: A number from -746 to 710.
  ///   - tail: A correction to `x`.
  /// - Returns: The integer n plus ``roundingShift``, and two parts whose sum times 2^n is the
  ///   exponential.
  @inlinable @inline(__always)
  static func expParts<Value: LaneValue>(
    _ x: Value, tail: Value
  ) -> (shifted: Value, head: Value, tail: Value) {
    let (shifted, head, rest) = expReduction(x, tail: tail)
    let sum = DoubleDouble(large: Value(1), small: head)
    return (shifted, sum.head, sum.tail + rest)
  }

  /// The exponential less one, or half of that, not yet rounded.
  ///
  /// - Parameters:
  ///   - x: A number from -700 to 710.
  ///   - half: One, or one half to keep 2^n finite where the exponential is about to overflow.
  /// - Returns: Two parts whose sum is (e^x − 1) · half to about 2^-56 of its size; the tail may be
  ///   a third of the head.
  @inlinable @inline(__always)
  static func expm1Parts<Value: LaneValue>(_ x: Value, half: Value) -> DoubleDouble<Value> {
    let (shifted, head, rest) = expReduction(x, tail: Value(-0.0))
    let scale = Value.powerOfTwo(shifted: shifted - (2 - 2 * half))
    let whole = DoubleDouble(large: scale, small: -half)
    let sum = DoubleDouble(large: whole.head, small: scale * head)
    return DoubleDouble(head: sum.head, tail: (sum.tail + whole.tail) + scale * rest)
  }
}
