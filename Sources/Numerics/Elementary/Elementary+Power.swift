extension Elementary {
  /// x to the power of y.
  ///
  ///     x^y = e^(y ln x), logarithm and product in double-double
  ///
  /// Powers that are doubles come out exactly, such as 3^4, 4^0.5 and 10^22. Special cases follow
  /// IEEE 754 `pow`: anything to the power of zero, and one to any power, is one, even for NaN; a
  /// negative base needs an integer exponent, and otherwise gives NaN. Largest error measured:
  /// 0.75 units.
  ///
  /// - Parameters:
  ///   - x: The base.
  ///   - y: The exponent.
  /// - Returns: The power.
  /// - SeeAlso: IEEE 754-2019, section 9.2.1.
  @inlinable @inline(__always)
  public static func pow(_ x: Double, _ y: Double) -> Double { pow(of: x, y) }

  /// ``pow(_:_:)`` of a number or of eight.
  @inlinable @inline(__always)
  public static func pow<Value: LaneValue>(_ x: Value, _ y: Value) -> Value {
    pow(of: x, y)
  }

  @inlinable @inline(__always)
  static func pow<Value: LaneValue>(of x: Value, _ y: Value) -> Value {
    Value.power(
      x, y, ordinary: pow(x, y, exponent: 0), special: { powOfSpecialCase($0, $1) })
  }

  /// The power of a base that is scaled by a power of two.
  ///
  /// - Parameters:
  ///   - x: A positive normal number; for others the result means nothing.
  ///   - y: Any finite number.
  ///   - exponent: The base is x · 2^exponent.
  /// - Returns: The power.
  @inlinable @inline(__always)
  static func pow<Value: LaneValue>(_ x: Value, _ y: Value, exponent: Double) -> Value {
    let logarithm = preciseLog(x, exponent: exponent)
    let estimate = y * logarithm.head
    let product = DoubleDouble(product: y, logarithm.head)
    let power = exp(product.head, tail: product.tail + y * logarithm.tail)
    // The splitting of large products would overflow.
    let beyond = Value(0).replacing(with: .infinity, where: estimate .> 0)
    return beyond.replacing(with: power, where: estimate.magnitude .< 750)
  }

  /// The natural logarithm as a pair, good to about 2^-68 of its size.
  ///
  ///     ln x = k ln 2 + 2 s (1 + z/3 + z²/5 + z³ P(z)),  s = f / (2 + f),  z = s²
  ///
  /// - Parameters:
  ///   - x: A positive normal number.
  ///   - exponent: The logarithm of x · 2^exponent is taken.
  /// - Returns: The logarithm.
  @inlinable @inline(__always)
  static func preciseLog<Value: LaneValue>(
    _ x: Value, exponent: Double
  ) -> DoubleDouble<Value> {
    let (power, f) = x.decomposed
    let k = power + exponent
    let quotient = DoubleDouble(head: f, tail: Value(0))
      .quotient(by: DoubleDouble(large: Value(2), small: f))
    let s = DoubleDouble(large: quotient.head, small: quotient.tail)
    let square = s * s
    let z = square.head
    let z2 = z * z
    let a = 0x1.2492492492492p-3 + z * 0x1.c71c71c71c71cp-4
    let b = 0x1.745d1745d1837p-4 + z * 0x1.3b13b13ae9b2dp-4
    let c = 0x1.1111113d88817p-4 + z * 0x1.e1e1b3b43a6b8p-5
    let d = 0x1.af35697128926p-5 + z * 0x1.84146463b8293p-5
    let upper = (c + z2 * d) + (z2 * z2) * 0x1.8d6810228fdfcp-5
    let series = (a + z2 * b) + (z2 * z2) * upper
    let fifth = DoubleDouble(large: Value(0x1.999999999999ap-3), small: z * series)
    let fifths = DoubleDouble(head: fifth.head, tail: fifth.tail - 0x1.999999999999ap-57)
    let third = DoubleDouble(
      head: Value(0x1.5555555555555p-2), tail: Value(0x1.5555555555555p-56))
    let twice = DoubleDouble(head: 2 * s.head, tail: 2 * s.tail)
    let ofFraction = twice + twice * (square * (third + square * fifths))
    return DoubleDouble(large: k * 0x1.62e42feep-1, small: k * 0x1.a39ef35793c76p-33) + ofFraction
  }

  /// The power where base or exponent is not an ordinary positive number.
  ///
  /// - Parameters:
  ///   - x: The base.
  ///   - y: The exponent.
  /// - Returns: The power.
  @usableFromInline @inline(never)
  static func powOfSpecialCase(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    guard !x.isNaN && !y.isNaN else { return .nan }
    guard y.isFinite else {
      guard x.magnitude != 1 else { return 1 }
      return (x.magnitude > 1) == (y > 0) ? .infinity : 0
    }
    let isOdd = isOddInteger(y)
    guard x != 0 && x.isFinite else {
      let magnitude = (x == 0) == (y > 0) ? 0 : Double.infinity
      return isOdd ? Double(signOf: x, magnitudeOf: magnitude) : magnitude
    }
    guard x > 0 || isInteger(y) else { return .nan }
    let magnitude =
      x.magnitude.isNormal
      ? pow(x.magnitude, y, exponent: 0) : pow(x.magnitude * 0x1p+54, y, exponent: -54)
    return isOdd && x < 0 ? -magnitude : magnitude
  }

  /// Whether a number is an integer.
  ///
  /// - Parameter y: Any finite number.
  /// - Returns: True for integers, among them every number from 2^52 on.
  @usableFromInline
  static func isInteger(_ y: Double) -> Bool {
    let magnitude = y.magnitude
    return magnitude >= 0x1p+52 || (magnitude + 0x1p+52) - 0x1p+52 == magnitude
  }

  /// Whether a number is an odd integer.
  ///
  /// - Parameter y: Any finite number.
  /// - Returns: True for odd integers; every number from 2^53 on is even.
  @usableFromInline
  static func isOddInteger(_ y: Double) -> Bool {
    y.magnitude < 0x1p+53 && isInteger(y) && !isInteger(0.5 * y)
  }
}
