import Numerics

/// A cubic between two places in each lane, by its coefficients in Bernstein's form: it lies
/// between the least and the largest of them.
struct LaneCubic {
  var first: Lanes
  var second: Lanes
  var third: Lanes
  var fourth: Lanes

  /// The cubic with some values and slopes at its ends.
  ///
  /// - Parameters:
  ///   - left: Value and slope at the left end.
  ///   - right: Those at the right end.
  ///   - width: The distance of the ends.
  @inline(__always)
  init(_ left: (Lanes, Lanes), _ right: (Lanes, Lanes), width: Double) {
    first = left.0
    second = left.0 + (width / 3) * left.1
    third = right.0 - (width / 3) * right.1
    fourth = right.0
  }

  @inline(__always)
  private init(_ first: Lanes, _ second: Lanes, _ third: Lanes, _ fourth: Lanes) {
    (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
  }

  /// The cubic moved up.
  @inline(__always)
  static func + (cubic: LaneCubic, shift: Lanes) -> LaneCubic {
    LaneCubic(
      cubic.first + shift, cubic.second + shift, cubic.third + shift, cubic.fourth + shift)
  }

  @inline(__always)
  static func - (one: LaneCubic, other: LaneCubic) -> LaneCubic {
    LaneCubic(
      one.first - other.first, one.second - other.second, one.third - other.third,
      one.fourth - other.fourth)
  }

  @inline(__always)
  static func * (factor: Lanes, cubic: LaneCubic) -> LaneCubic {
    LaneCubic(
      factor * cubic.first, factor * cubic.second, factor * cubic.third, factor * cubic.fourth)
  }

  /// The least coefficient.
  @inline(__always)
  var least: Lanes { first.atMost(second).atMost(third.atMost(fourth)) }

  /// The largest one.
  @inline(__always)
  var largest: Lanes { first.atLeast(second).atLeast(third.atLeast(fourth)) }

  /// The largest one in size.
  @inline(__always)
  var size: Lanes { largest.atLeast(-least) }

  /// The largest slope in size.
  @inline(__always)
  func slope(width: Double) -> Lanes {
    let steps = (second - first).magnitude.atLeast((third - second).magnitude)
    return (3 / width) * steps.atLeast((fourth - third).magnitude)
  }

  /// The largest second derivative in size.
  @inline(__always)
  func bend(width: Double) -> Lanes {
    let left = (third - 2 * second + first).magnitude
    return (6 / (width * width)) * left.atLeast((fourth - 2 * third + second).magnitude)
  }

  /// The least second derivative.
  @inline(__always)
  func leastBend(width: Double) -> Lanes {
    let (left, right) = (third - 2 * second + first, fourth - 2 * third + second)
    return (6 / (width * width)) * left.atMost(right)
  }

  /// The seven coefficients of a multiple of this cubic less the square of another.
  @inline(__always)
  func times(_ factor: Lanes, less root: LaneCubic) -> LaneSextic {
    let ends = (
      factor * first - root.first * root.first, factor * fourth - root.fourth * root.fourth
    )
    let near = (
      0.5 * factor * (first + second) - root.first * root.second,
      0.5 * factor * (third + fourth) - root.third * root.fourth
    )
    let left = factor * (0.2 * (first + third) + 0.6 * second)
    let right = factor * (0.2 * (fourth + second) + 0.6 * third)
    let middle = factor * (0.05 * (first + fourth) + 0.45 * (second + third))
    return LaneSextic(
      ends.0, near.0, left - (0.4 * (root.first * root.third) + 0.6 * (root.second * root.second)),
      middle - (0.1 * (root.first * root.fourth) + 0.9 * (root.second * root.third)),
      right - (0.4 * (root.fourth * root.second) + 0.6 * (root.third * root.third)), near.1,
      ends.1)
  }
}
