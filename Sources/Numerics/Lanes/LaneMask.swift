/// What a comparison of numbers gives: one truth, or one for each of eight lanes.
public protocol LaneMask: Sendable {
  /// The same truth in every lane.
  init(_ truth: Bool)

  static func .& (a: Self, b: Self) -> Self
  static func .| (a: Self, b: Self) -> Self
  static prefix func .! (a: Self) -> Self

  /// Whether any lane is true.
  var isAnywhere: Bool { get }
  /// Whether every lane is true.
  var isEverywhere: Bool { get }
}

extension Bool: LaneMask {
  @inlinable @inline(__always)
  public static func .& (a: Bool, b: Bool) -> Bool { a && b }

  @inlinable @inline(__always)
  public static func .| (a: Bool, b: Bool) -> Bool { a || b }

  @inlinable @inline(__always)
  public static prefix func .! (a: Bool) -> Bool { !a }

  @inlinable @inline(__always)
  public var isAnywhere: Bool { self }

  @inlinable @inline(__always)
  public var isEverywhere: Bool { self }
}

extension SIMDMask<SIMD8<Int64>>: LaneMask {
  @inlinable @inline(__always)
  public init(_ truth: Bool) { self.init(repeating: truth) }

  /// The truths as numbers: minus one for true.
  @inlinable @inline(__always)
  var numbers: SIMD8<Int64> { unsafeBitCast(self, to: SIMD8<Int64>.self) }

  @inlinable @inline(__always)
  public var isAnywhere: Bool {
    let halves = numbers.lowHalf | numbers.highHalf
    let quarters = halves.lowHalf | halves.highHalf
    return quarters[0] | quarters[1] != 0
  }

  @inlinable @inline(__always)
  public var isEverywhere: Bool {
    let halves = numbers.lowHalf & numbers.highHalf
    let quarters = halves.lowHalf & halves.highHalf
    return quarters[0] & quarters[1] == -1
  }
}
