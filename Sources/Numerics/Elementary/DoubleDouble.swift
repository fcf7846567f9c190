/// An unevaluated sum of two doubles with about 106 digits, or eight of them side by side.
///
/// The tail is at most about half a unit in the last place of the head. The algorithms are those
/// of Dekker and Knuth; products are split by cutting digits, so that no fused multiply-add is
/// needed and nothing overflows that a plain product would not overflow.
///
/// - SeeAlso: Dekker 1971, Numerische Mathematik 18, 224; Muller et al. 2018, Handbook of
///   Floating-Point Arithmetic, 2nd edition, sections 4.3, 4.4 and 14.1.
@usableFromInline
struct DoubleDouble<Value: LaneValue>: Sendable {
  /// The sum, rounded to the nearest double.
  @usableFromInline let head: Value

  /// What the head leaves over.
  @usableFromInline let tail: Value

  @inlinable @inline(__always)
  init(head: Value, tail: Value) {
    self.head = head
    self.tail = tail
  }

  /// The exact sum of two doubles.
  ///
  /// - Parameters:
  ///   - a: Any finite number.
  ///   - b: Any finite number.
  @inlinable @inline(__always)
  init(sum a: Value, _ b: Value) {
    let sum = a + b
    let shadow = sum - a
    self.init(head: sum, tail: (a - (sum - shadow)) + (b - shadow))
  }

  /// The exact sum of two doubles of which the first is the larger one.
  ///
  /// - Parameters:
  ///   - large: The number with the larger magnitude, or zero.
  ///   - small: The number with the smaller magnitude.
  @inlinable @inline(__always)
  init(large: Value, small: Value) {
    let sum = large + small
    self.init(head: sum, tail: small - (sum - large))
  }

  /// The exact product of two doubles, as long as no partial product leaves the normal range.
  ///
  /// - Parameters:
  ///   - a: Any finite number.
  ///   - b: Any finite number.
  @inlinable @inline(__always)
  init(product a: Value, _ b: Value) {
    let product = a * b
    let (aHead, bHead) = (a.head, b.head)
    let (aTail, bTail) = (a - aHead, b - bHead)
    let error = ((aHead * bHead - product) + aHead * bTail + aTail * bHead) + aTail * bTail
    self.init(head: product, tail: error)
  }

  /// The sum of two pairs, good to about 2^-104 when the signs agree.
  ///
  /// - Parameters:
  ///   - large: The pair with the larger magnitude.
  ///   - small: The pair with the smaller magnitude.
  /// - Returns: Their sum.
  @inlinable @inline(__always)
  static func + (large: DoubleDouble, small: DoubleDouble) -> DoubleDouble {
    let sum = DoubleDouble(sum: large.head, small.head)
    return DoubleDouble(large: sum.head, small: sum.tail + (large.tail + small.tail))
  }

  /// The product of two pairs, good to about 2^-102.
  ///
  /// - Parameters:
  ///   - a: Any pair.
  ///   - b: Any pair.
  /// - Returns: Their product.
  @inlinable @inline(__always)
  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = DoubleDouble(product: a.head, b.head)
    let cross = a.head * b.tail + a.tail * b.head
    return DoubleDouble(large: product.head, small: product.tail + cross)
  }

  /// The quotient of two pairs, rounded to one double with an error of about 0.5 units.
  ///
  /// - Parameters:
  ///   - a: The dividend.
  ///   - b: The divisor, not zero.
  /// - Returns: The quotient.
  @inlinable @inline(__always)
  static func / (a: DoubleDouble, b: DoubleDouble) -> Value {
    let quotient = a.quotient(by: b)
    return quotient.head + quotient.tail
  }

  /// The quotient of two pairs as a short head and a tail, good to about 2^-75.
  ///
  /// The head has 26 digits, so its product with the head of the divisor is exact.
  ///
  /// - Parameter divisor: The divisor, not zero.
  /// - Returns: The quotient; its head is cut short and not the nearest double to the sum.
  @inlinable @inline(__always)
  func quotient(by divisor: DoubleDouble) -> DoubleDouble {
    let inverse = 1 / divisor.head
    let short = (head * inverse).head
    let divisorHead = divisor.head.head
    let divisorTail = (divisor.head - divisorHead) + divisor.tail
    let rest = ((head - short * divisorHead) - short * divisorTail) + tail
    return DoubleDouble(head: short, tail: rest * inverse)
  }
}
