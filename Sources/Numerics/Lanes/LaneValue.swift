/// What formulas are written over: one number, or eight side by side.
///
/// A formula over it is one definition for both. Each lane does the operations of the single number
/// in their order, so that it has its bits; no lane depends on another.
///
/// Public for the reason that ``Elementary`` tells.
public protocol LaneValue: Sendable {
  associatedtype Mask: LaneMask

  /// The same number in every lane.
  init(_ number: Double)

  static prefix func - (a: Self) -> Self
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static func + (a: Self, b: Double) -> Self
  static func - (a: Self, b: Double) -> Self
  static func * (a: Self, b: Double) -> Self
  static func / (a: Self, b: Double) -> Self
  static func + (a: Double, b: Self) -> Self
  static func - (a: Double, b: Self) -> Self
  static func * (a: Double, b: Self) -> Self
  static func / (a: Double, b: Self) -> Self
  static func += (a: inout Self, b: Self)
  static func -= (a: inout Self, b: Self)
  static func *= (a: inout Self, b: Self)

  static func .< (a: Self, b: Self) -> Mask
  static func .<= (a: Self, b: Self) -> Mask
  static func .> (a: Self, b: Self) -> Mask
  static func .>= (a: Self, b: Self) -> Mask
  static func .== (a: Self, b: Self) -> Mask
  static func .!= (a: Self, b: Self) -> Mask
  static func .< (a: Self, b: Double) -> Mask
  static func .<= (a: Self, b: Double) -> Mask
  static func .> (a: Self, b: Double) -> Mask
  static func .>= (a: Self, b: Double) -> Mask
  static func .== (a: Self, b: Double) -> Mask
  static func .!= (a: Self, b: Double) -> Mask

  /// The numbers, with those of another where the mask is true.
  func replacing(with other: Self, where mask: Mask) -> Self
  func replacing(with other: Double, where mask: Mask) -> Self

  func squareRoot() -> Self

  /// Each number taken to another by a function of one number.
  func map(_ body: (Double) -> Double) -> Self

  /// The numbers without their signs.
  var magnitude: Self { get }

  /// The numbers with the lower half of their digits cut off: the first 26 digits, so that the
  /// product of two such heads is exact.
  var head: Self { get }

  /// The magnitudes of some numbers with the signs of others.
  init(signOf sign: Self, magnitudeOf magnitude: Self)

  /// The numbers 2^n whose exponents are in the low bits of `n + 3 · 2^51`; n from -1022 to 1023.
  static func powerOfTwo(shifted: Self) -> Self

  /// The powers of two and the fractions of positive normal numbers.
  ///
  /// k and f with x = 2^k (1 + f) and √½ ≤ 1 + f < √2; both exact.
  var decomposed: (exponent: Self, fraction: Self) { get }

  /// Powers of which the ordinary ones are known: those of finite exponents and positive normal
  /// bases.
  ///
  /// - Parameters:
  ///   - base: The bases.
  ///   - exponent: The exponents.
  ///   - ordinary: The powers, where they are ordinary.
  ///   - special: Gives any other.
  /// - Returns: The powers.
  static func power(
    _ base: Self, _ exponent: Self, ordinary: Self, special: (Double, Double) -> Double
  ) -> Self
}

extension LaneValue {
  /// One number where the mask is true, another where it is not.
  @inlinable @inline(__always)
  public static func choose(_ mask: Mask, _ yes: Self, _ no: Self) -> Self {
    no.replacing(with: yes, where: mask)
  }

  /// The numbers, no smaller than others; those that are not comparable stay.
  @inlinable @inline(__always)
  public func atLeast(_ bound: Self) -> Self { replacing(with: bound, where: self .< bound) }

  /// The numbers, no larger than others; those that are not comparable stay.
  @inlinable @inline(__always)
  public func atMost(_ bound: Self) -> Self { replacing(with: bound, where: self .> bound) }

  /// The numbers, no smaller than one.
  @inlinable @inline(__always)
  public func atLeast(_ bound: Double) -> Self { atLeast(Self(bound)) }

  /// The numbers, no larger than one.
  @inlinable @inline(__always)
  public func atMost(_ bound: Double) -> Self { atMost(Self(bound)) }
}
