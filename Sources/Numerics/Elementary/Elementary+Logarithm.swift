extension Elementary {
  /// The natural logarithm.
  ///
  ///     x = 2^k (1 + f), √½ ≤ 1 + f < √2;  ln x = k ln 2 + f − f²/2 + s (f²/2 + R(s²))
  ///
  /// where s = f / (2 + f). Zero gives −∞, negative numbers give NaN. Largest error measured:
  /// 0.63 units.
  ///
  /// - Parameter x: Any number; NaN gives NaN.
  /// - Returns: The logarithm of `x`.
  @inlinable @inline(__always)
  public static func log(_ x: Double) -> Double { log(of: x) }

  /// ``log(_:)`` of a number or of eight.
  @inlinable @inline(__always)
  public static func log<Value: LaneValue>(_ x: Value) -> Value { log(of: x) }

  @inlinable @inline(__always)
  static func log<Value: LaneValue>(of x: Value) -> Value {
    let parts = logParts(x)
    return (parts.head + parts.tail) + logOffset(x)
  }

  /// The logarithm to base ten.
  ///
  /// Powers of ten give exact integers. Zero gives −∞, negative numbers give NaN. Largest error
  /// measured: 0.68 units.
  ///
  /// - Parameter x: Any number; NaN gives NaN.
  /// - Returns: The logarithm of `x`.
  @inlinable @inline(__always)
  public static func log10(_ x: Double) -> Double { log10(of: x) }

  /// ``log10(_:)`` of a number or of eight.
  @inlinable @inline(__always)
  public static func log10<Value: LaneValue>(_ x: Value) -> Value { log10(of: x) }

  @inlinable @inline(__always)
  static func log10<Value: LaneValue>(of x: Value) -> Value {
    let parts = logParts(x)
    let product = DoubleDouble(product: parts.head, Value(0x1.bcb7b1526e50ep-2))
    let low = parts.head * 0x1.95355baaafad3p-57 + parts.tail * 0x1.bcb7b1526e50ep-2
    return (product.head + (product.tail + low)) + logOffset(x)
  }

  /// The natural logarithm of 1 + x, without loss of digits near zero.
  ///
  /// Tends to `x` near zero. Minus one gives −∞, numbers below it give NaN. Largest error measured:
  /// 0.67 units.
  ///
  /// - Parameter x: Any number; NaN gives NaN.
  /// - Returns: The logarithm of 1 + x.
  @inlinable @inline(__always)
  public static func log1p(_ x: Double) -> Double { log1p(of: x) }

  /// ``log1p(_:)`` of a number or of eight.
  @inlinable @inline(__always)
  public static func log1p<Value: LaneValue>(_ x: Value) -> Value { log1p(of: x) }

  @inlinable @inline(__always)
  static func log1p<Value: LaneValue>(of x: Value) -> Value {
    let isInfinite = x .> .greatestFiniteMagnitude
    let sum = DoubleDouble(sum: Value(1), x.atMost(.greatestFiniteMagnitude))
    let parts = logParts(normal: sum.head, exponent: Value(0))
    // ln(u + c) = ln u + c / u, with u = 1 + x as rounded and c what the rounding left over.
    let rest = sum.tail / sum.head.replacing(with: 1, where: sum.head .== 0)
    let offset = logOffset(sum.head.replacing(with: x, where: isInfinite))
    return Value(signOf: x, magnitudeOf: (parts.head + (parts.tail + rest)) + offset)
  }

  /// What turns the logarithm of a number's digits into the logarithm of the number.
  ///
  /// - Parameter x: Any number.
  /// - Returns: Zero for positive finite numbers; −∞ for zero, ∞ for infinity, otherwise NaN.
  @inlinable @inline(__always)
  static func logOffset<Value: LaneValue>(_ x: Value) -> Value {
    let atZero = Value(.nan).replacing(with: -.infinity, where: x .== 0)
    let low = atZero.replacing(with: 0, where: x .> 0)
    return low.replacing(with: .infinity, where: x .== .infinity)
  }

  /// The natural logarithm in two parts, good to about 2^-56 of its size.
  ///
  /// - Parameter x: A positive number; for others the result is finite and means nothing.
  /// - Returns: The logarithm, not yet rounded.
  @inlinable @inline(__always)
  static func logParts<Value: LaneValue>(_ x: Value) -> DoubleDouble<Value> {
    let isSmall = x .< 0x1p-1022
    let factor = Value(1).replacing(with: 0x1p+54, where: isSmall)
    let exponent = Value(0).replacing(with: -54, where: isSmall)
    return logParts(normal: x * factor, exponent: exponent)
  }

  /// The natural logarithm of a scaled normal number in two parts.
  ///
  /// - Parameters:
  ///   - x: A positive normal number.
  ///   - exponent: The logarithm of x · 2^exponent is taken.
  /// - Returns: The logarithm, not yet rounded.
  @inlinable @inline(__always)
  static func logParts<Value: LaneValue>(
    normal x: Value, exponent: Value
  ) -> DoubleDouble<Value> {
    let (k, f) = x.decomposed
    return logParts(fraction: f, exponent: k + exponent)
  }

  /// The natural logarithm of 2^k (1 + f) in two parts.
  ///
  /// - Parameters:
  ///   - f: The fraction, from √½ − 1 to √2 − 1.
  ///   - k: The power of two, an integer.
  /// - Returns: The logarithm, not yet rounded.
  @inlinable @inline(__always)
  static func logParts<Value: LaneValue>(
    fraction f: Value, exponent k: Value
  ) -> DoubleDouble<Value> {
    let s = f / (2 + f)
    let z = s * s
    let z2 = z * z
    let a = 0x1.5555555555555p-1 + z * 0x1.999999999999ep-2
    let b = 0x1.249249248e511p-2 + z * 0x1.c71c71d7ef489p-3
    let c = 0x1.745d09ebc663ep-3 + z * 0x1.3b18ba4163286p-3
    let d = 0x1.10188237ff7e4p-3 + z * 0x1.087aabe253d9cp-3
    let series = z * ((a + z2 * b) + (z2 * z2) * (c + z2 * d))
    // f²/2 in two parts: the square of the head is exact.
    let short = f.head
    let square = 0.5 * short * short
    let squareRest = 0.5 * (f - short) * (f + short)
    let curve = s * (square + squareRest + series)
    let main = DoubleDouble(large: f, small: -square)
    let sum = DoubleDouble(large: k * 0x1.62e42feep-1, small: main.head)
    let low = k * 0x1.a39ef35793c76p-33 + (curve - squareRest)
    return DoubleDouble(head: sum.head, tail: sum.tail + (main.tail + low))
  }
}
