/// Looks whether an optimum lies on a jump of the sample.
///
/// Along each axis the sample is counted at the optimum and as far away as the search resolves.
/// Where it differs, the way there is halved towards the larger change of the objective, down to
/// the last digits: what is left is its largest jump. The optimum lies on this jump if the
/// objective is no worse all the way up to it: then the sample decides where the optimum is.
struct JumpSearch {
  let ranges: [SearchRange]
  /// How far a search may stop from the place of the optimum; shape `[axes]`.
  let reach: [Double]
  /// How much takes part at a point.
  let count: ([Double]) -> SampleJump.Count
  /// The objective, smaller for better; NaN where there is none.
  let objective: ([Double]) -> Double

  /// The differences that rounding may make, and above which the objective jumps, as fractions.
  private static let (rounding, leap) = (1e-12, 1e-9)

  /// How far a search that ends at some distance may stop from the place of an optimum.
  static func reach(of tolerance: Double, in range: SearchRange) -> Double {
    max(4 * tolerance, 1e-6 * (range.upper - range.lower))
  }

  /// The jump that an optimum lies on.
  ///
  /// - Parameters:
  ///   - point: Where the optimum is; shape `[axes]`.
  ///   - value: The objective there, smaller for better.
  /// - Returns: The jump, or `nil` if there is none.
  func jump(at point: [Double], _ value: Double) -> SampleJump? {
    guard value.isFinite else { return nil }
    let here = count(point)
    var sides = [GridPlaces.Side?](repeating: nil, count: point.count)
    var found: [SampleJump.Count] = []
    for axis in point.indices {
      for side in GridPlaces.Side.allCases where sides[axis] == nil {
        guard let beyond = beyond(point, value, here, axis, side) else { continue }
        sides[axis] = side
        found.append(beyond)
      }
    }
    guard let first = found.first else { return nil }
    return SampleJump(
      sides: sides, here: here, beyond: found.first { $0.rows != here.rows } ?? first)
  }

  /// The sample beyond a jump on one side of a point.
  private func beyond(
    _ point: [Double], _ value: Double, _ here: SampleJump.Count, _ axis: Int,
    _ side: GridPlaces.Side
  ) -> SampleJump.Count? {
    func moved(to place: Double) -> [Double] {
      var moved = point
      moved[axis] = place
      return moved
    }
    var near = point[axis]
    var far =
      side == .lower
      ? max(near - reach[axis], ranges[axis].lower) : min(near + reach[axis], ranges[axis].upper)
    guard far != near, count(moved(to: far)) != here else { return nil }
    var (last, next) = (value, objective(moved(to: far)))
    var size = max(last.magnitude, next.isFinite ? next.magnitude : 0)
    while true {
      let middle = near + 0.5 * (far - near)
      guard middle != near, middle != far else { break }
      let found = objective(moved(to: middle))
      if found.isFinite { size = max(size, found.magnitude) }
      if Self.change(last, found) < Self.change(found, next) {
        (near, last) = (middle, found)
      } else {
        (far, next) = (middle, found)
      }
    }
    let beyond = count(moved(to: far))
    guard beyond != count(moved(to: near)), Self.change(last, next) > Self.leap * size,
      last <= value + Self.rounding * value.magnitude
    else { return nil }
    return beyond
  }

  /// How far two values of the objective lie apart; without end where one has none.
  private static func change(_ one: Double, _ two: Double) -> Double {
    if one.isFinite, two.isFinite { return (one - two).magnitude }
    return one.isFinite || two.isFinite ? .infinity : 0
  }
}
