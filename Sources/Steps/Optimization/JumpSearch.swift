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
  /// How much takes part at points of shape `[points][axes]`.
  let counts: @Sendable ([[Double]]) -> [SampleJump.Count]
  /// The objective there, smaller for better; NaN where there is none.
  let objectives: @Sendable ([[Double]]) -> [Double]
  /// How many halvings of a way are asked for at once: all places that they may lead to.
  ///
  /// Where a few places take no longer than one, most of them may be asked for in vain.
  let halvings: Int

  /// The halvings whose places fill the lanes of a block.
  static let halvingsOfLanes = 3

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
    let ways = point.indices.flatMap { axis in
      GridPlaces.Side.allCases.map { Way(point: point, axis: axis, side: $0, end: end(axis, $0)) }
    }
    func end(_ axis: Int, _ side: GridPlaces.Side) -> Double {
      side == .lower
        ? max(point[axis] - reach[axis], ranges[axis].lower)
        : min(point[axis] + reach[axis], ranges[axis].upper)
    }
    let counts = counts([point] + ways.map { $0.moved(to: $0.end) })
    let here = counts[0]
    var sides = [GridPlaces.Side?](repeating: nil, count: point.count)
    var found: [SampleJump.Count] = []
    for (way, far) in zip(ways, counts.dropFirst()) where sides[way.axis] == nil {
      guard way.end != point[way.axis], far != here, let beyond = beyond(way, value) else {
        continue
      }
      sides[way.axis] = way.side
      found.append(beyond)
    }
    guard let first = found.first else { return nil }
    return SampleJump(
      sides: sides, here: here, beyond: found.first { $0.rows != here.rows } ?? first)
  }

  /// A way from a point along an axis.
  private struct Way {
    let point: [Double]
    let axis: Int
    let side: GridPlaces.Side
    let end: Double

    func moved(to place: Double) -> [Double] {
      var moved = point
      moved[axis] = place
      return moved
    }
  }

  /// The sample beyond a jump on a way that ends in another sample.
  private func beyond(_ way: Way, _ value: Double) -> SampleJump.Count? {
    var known: [(place: Double, value: Double)] = []
    func objective(_ middle: Double, between near: Double, and far: Double) -> Double {
      if let found = known.first(where: { $0.place == middle }) { return found.value }
      let places = Self.middles(between: near, and: far, halvings)
      known = Array(zip(places, objectives(places.map(way.moved))))
      return known[0].value
    }
    var (near, far) = (way.point[way.axis], way.end)
    var (last, next) = (value, objectives([way.moved(to: far)])[0])
    var size = max(last.magnitude, next.isFinite ? next.magnitude : 0)
    while true {
      let middle = Self.middle(between: near, and: far)
      guard middle != near, middle != far else { break }
      let found = objective(middle, between: near, and: far)
      if found.isFinite { size = max(size, found.magnitude) }
      if Self.change(last, found) < Self.change(found, next) {
        (near, last) = (middle, found)
      } else {
        (far, next) = (middle, found)
      }
    }
    let counts = counts([far, near].map(way.moved))
    guard counts[0] != counts[1], Self.change(last, next) > Self.leap * size,
      last <= value + Self.rounding * value.magnitude
    else { return nil }
    return counts[0]
  }

  private static func middle(between near: Double, and far: Double) -> Double {
    near + 0.5 * (far - near)
  }

  /// The middle of a way and, of both halves, what so many halvings less one lead to.
  private static func middles(
    between near: Double, and far: Double, _ halvings: Int
  ) -> [Double] {
    guard halvings > 0 else { return [] }
    let middle = middle(between: near, and: far)
    return [middle] + middles(between: near, and: middle, halvings - 1)
      + middles(between: middle, and: far, halvings - 1)
  }

  /// How far two values of the objective lie apart; without end where one has none.
  private static func change(_ one: Double, _ two: Double) -> Double {
    if one.isFinite, two.isFinite { return (one - two).magnitude }
    return one.isFinite || two.isFinite ? .infinity : 0
  }
}
