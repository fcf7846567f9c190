import Numerics

/// Newton's step of a function of two coordinates between bounds.
struct EinastoStep {
  private(set) var first = 0.0
  private(set) var second = 0.0
  /// What twice the function loses by it.
  private(set) var promise = 0.0
  /// Whether it is Newton's own.
  private(set) var isPlain = false

  /// How far a coordinate is from its bounds: not positive, not negative.
  typealias Room = (lower: Double, upper: Double)

  /// The step.
  ///
  /// Where the second derivatives are not positive definite, their magnitudes take their place, so
  /// that the way leads down on both axes. A coordinate that a bound holds stays. Where the step
  /// meets a bound, the coordinate that it meets first stays there, and the other takes the best
  /// step that goes with it.
  ///
  /// - Parameters:
  ///   - slopes: The derivatives by the two coordinates.
  ///   - firstRoom: The room of the first.
  ///   - secondRoom: The room of the second.
  ///   - damping: What is added to the diagonal, relative to it.
  init(_ slopes: PlaceSlopes<Double>, _ firstRoom: Room, _ secondRoom: Room, damping: Double) {
    let (g0, g1) = (slopes.z, slopes.shape)
    let (h00, h01, h11) = (slopes.zz, slopes.both, slopes.shapes)
    func isHeld(_ slope: Double, _ room: Room) -> Bool {
      (room.lower >= 0 && slope >= 0) || (room.upper <= 0 && slope <= 0)
    }
    /// The step of one coordinate alone.
    func alone(_ slope: Double, _ bend: Double, _ room: Room) -> Double {
      guard bend.magnitude > 0 else { return 0 }
      let step = -slope / (bend.magnitude * (1 + damping))
      return min(max(step, room.lower), room.upper)
    }
    let (held0, held1) = (isHeld(g0, firstRoom), isHeld(g1, secondRoom))
    switch (held0, held1) {
    case (true, true): isPlain = damping == 0
    case (true, false):
      second = alone(g1, h11, secondRoom)
      isPlain = damping == 0 && h11 > 0
    case (false, true):
      first = alone(g0, h00, firstRoom)
      isPlain = damping == 0 && h00 > 0
    case (false, false):
      let isPositive = both(g0, g1, h00, h01, h11, damping)
      isPlain = damping == 0 && isPositive
      let cut0 = min(max(first, firstRoom.lower), firstRoom.upper)
      let cut1 = min(max(second, secondRoom.lower), secondRoom.upper)
      guard cut0 != first || cut1 != second else { break }
      let part0 = cut0 != first ? cut0 / first : 1
      let part1 = cut1 != second ? cut1 / second : 1
      if part0 <= part1 {
        (first, second) = (cut0, alone(g1 + h01 * cut0, h11, secondRoom))
        isPlain = damping == 0 && h11 > 0
      } else {
        (first, second) = (alone(g0 + h01 * cut1, h00, firstRoom), cut1)
        isPlain = damping == 0 && h00 > 0
      }
    }
    if !first.isFinite { first = 0 }
    if !second.isFinite { second = 0 }
    let bent = first * (h00 * first + 2 * h01 * second) + h11 * second * second
    promise = -2 * (g0 * first + g1 * second) - bent
  }

  /// The step of both, and whether the second derivatives are positive definite.
  private mutating func both(
    _ g0: Double, _ g1: Double, _ h00: Double, _ h01: Double, _ h11: Double, _ damping: Double
  ) -> Bool {
    let determinant = h00 * h11 - h01 * h01
    let isPositive = h00 > 0 && h11 > 0 && determinant > 1e-10 * h00 * h11
    var (m00, m01, m11) = (h00, h01, h11)
    if !isPositive {
      // |H| = (H² + |det| 1) / √(tr H² + 2 |det|)
      let size = determinant.magnitude
      let root = (h00 * h00 + h11 * h11 + 2 * h01 * h01 + 2 * size).squareRoot()
      m00 = (h00 * h00 + h01 * h01 + size) / root
      m11 = (h11 * h11 + h01 * h01 + size) / root
      m01 = h01 * (h00 + h11) / root
    }
    m00 *= 1 + damping
    m11 *= 1 + damping
    let whole = m00 * m11 - m01 * m01
    first = (g1 * m01 - g0 * m11) / whole
    second = (g0 * m01 - g1 * m00) / whole
    return isPositive
  }
}
