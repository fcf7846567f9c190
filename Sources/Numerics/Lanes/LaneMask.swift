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

  // Halves are joined: to compare with zero at once is compiled to a loop over the lanes.
  @inlinable @inline(__always)
  public var isAnywhere: Bool {
    let half = numbers.lowHalf | numbers.highHalf
    let quarter = half.lowHalf | half.highHalf
    return quarter.x | quarter.y != 0
  }

  @inlinable @inline(__always)
  public var isEverywhere: Bool {
    let half = numbers.lowHalf & numbers.highHalf
    let quarter = half.lowHalf & half.highHalf
    return quarter.x & quarter.y != 0
  }
}
