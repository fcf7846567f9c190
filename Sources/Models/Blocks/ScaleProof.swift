import Numerics

/// The proof that no scale between two bounds is better than the best one that is known.
///
/// For a scale the best χ² less that of the baryons is −P²/Q, or a² Q − 2aP where a bound holds
/// the amplitude a. So nothing is better than −k wherever
///
///     F(u) = k Q − P² ≥ 0.
///
/// Between two nodes P and Q lie within h⁴/384 max|∂⁴| of the cubics through their values and
/// slopes, and |∂⁴P| ≤ K Σ w f |e|, |∂⁴Q| ≤ K' Q by the ``ShapeLimits`` of the law, with f at the
/// end where it is larger. Three things close an interval: the largest coefficient of the cubic of
/// P; the seven coefficients of k Q − P² with all that the cubics miss; and, where F touches zero
/// at the optimum itself, that F is convex there. What is left open is halved, a few times.
///
/// k is a billionth larger than the drop of χ²: more than sums are rounded by, and less than anyone
/// can see.
struct ScaleProof {
  private let limits: ShapeLimits
  /// k, and u of the optimum.
  private let claim: Lanes
  private let place: Lanes
  /// How much of that is not drop.
  private let spare: Lanes
  /// The amplitude of the optimum, and where it lies inside its bounds.
  private let amplitude: Lanes
  private let isFree: Lanes.Mask
  /// The bounds of an amplitude that is not negative.
  private let lower: Lanes
  private let upper: Lanes

  /// What is claimed: no other place is better by more of the drop than this.
  static let tolerance = 1e-9
  /// How many times an interval is halved.
  private static let depth = 6
  /// Where a proof failed.
  private(set) var isOpen = Lanes.Mask(false)

  /// - Parameters:
  ///   - optimum: The optimum.
  ///   - limits: How fast the shape bends.
  ///   - lower: The lower bound of the amplitude.
  ///   - upper: The upper one.
  init(
    of optimum: ScaleOptimum, _ limits: ShapeLimits, from lower: Lanes, through upper: Lanes
  ) {
    self.limits = limits
    spare = Self.tolerance * optimum.value.magnitude
    claim = -optimum.value + spare
    place = optimum.place
    amplitude = optimum.amplitude
    isFree = ((amplitude .> lower) .& (amplitude .< upper))
    (self.lower, self.upper) = (lower, upper)
  }

  /// Proves what it can of one interval.
  ///
  /// - Parameters:
  ///   - left: The node at its left end.
  ///   - right: That at its right end.
  ///   - leastSquare: No more than the least Q in between.
  ///   - node: Gives further nodes.
  mutating func close(
    _ left: ScaleNode, _ right: ScaleNode, leastSquare: Double, _ node: (Double) -> ScaleNode
  ) {
    let width = right.place - left.place
    let missed =
      (limits.shape * Self.quarter(width)) * (limits.grows ? right.size : left.size)
    let product = LaneCubic(
      (left.product, left.slope), (right.product, right.slope), width: width)
    let top = product.largest + missed
    let isClosed =
      ((top .<= 0) .& (claim .>= 0)) .| ((top .>= 0) .& (top * top .<= claim * leastSquare))
    let rest = (.!isClosed) .& (upper .>= 0) .& (.!isOpen)
    if rest.isAnywhere { close(left, right, rest, Self.depth, node) }
  }

  /// h⁴ / 384.
  private static func quarter(_ width: Double) -> Double { width * width * width * width / 384 }

  /// No more than the least Q between two nodes.
  static func leastSquare(_ left: ScaleNode, _ right: ScaleNode, _ limits: ShapeLimits) -> Double {
    let third = (right.place - left.place) / 3
    let least = min(
      left.square, left.square + 2 * third * left.squareSlope,
      right.square - 2 * third * right.squareSlope, right.square)
    let missed =
      limits.square * quarter(right.place - left.place)
      * (limits.grows ? right.square : left.square)
    return max(0, least - missed)
  }

  /// Proves the lanes that are left, or halves the interval.
  private mutating func close(
    _ left: ScaleNode, _ right: ScaleNode, _ rest: Lanes.Mask, _ depth: Int,
    _ node: (Double) -> ScaleNode
  ) {
    let width = right.place - left.place
    let bends = limits.shape * (limits.grows ? right.size : left.size)
    let squareBends = limits.square * (limits.grows ? right.square : left.square)
    let missed = Self.quarter(width) * bends
    let squareMissed = Lanes(Self.quarter(width) * squareBends)
    let product = LaneCubic(
      (left.product, left.slope), (right.product, right.slope), width: width)
    let square = LaneCubic(
      (Lanes(left.square), Lanes(2 * left.squareSlope)),
      (Lanes(right.square), Lanes(2 * right.squareSlope)), width: width)
    let (high, low) = (product + missed, square + -squareMissed)

    let isBelow = (low.times(claim, less: high).least .>= 0) .& (high.least .>= 0)
    var rest = rest .& (.!((isBelow .| (high.largest .<= 0)) .& (claim .>= 0)))
    if !rest.isAnywhere { return }
    rest = (rest .& (.!isAtBound(high, low, product + -missed, square + squareMissed)))
    if !rest.isAnywhere { return }
    let misses = ScaleMisses(
      of: product, bends, squareBends, width: width, value: missed)
    let difference = square.times(claim, less: product)
    rest = (rest .& (.!isConvex(left, right, difference, misses)))
    if !rest.isAnywhere { return }
    let slopes = difference.slopes(width: width)
    let slack = misses.slopeOfProductSquared + claim.magnitude * misses.slopeOfSquare
    let monotone = (rising: slopes.least .>= slack, falling: slopes.largest .<= -slack)
    rest = (rest .& (.!isHeld(upper, 1, left, right, product, square, misses, monotone)))
    if (lower .> 0).isAnywhere {
      let isHeld = isHeld(lower, -1, left, right, product, square, misses, monotone)
      rest = (rest .& (.!(isHeld .& (lower .> 0))))
    }
    if !rest.isAnywhere { return }
    guard depth > 0 else {
      isOpen = (isOpen .| rest)
      return
    }
    let middle = node(left.place + 0.5 * width)
    close(left, middle, rest, depth - 1, node)
    close(middle, right, rest .& (.!isOpen), depth - 1, node)
  }

  /// Where a bound holds the amplitude all along, and what it gives there is not better.
  ///
  /// - Parameters:
  ///   - high: Above P.
  ///   - low: Below Q.
  ///   - lowest: Below P.
  ///   - highest: Above Q.
  /// - Returns: Where that is so.
  private func isAtBound(
    _ high: LaneCubic, _ low: LaneCubic, _ lowest: LaneCubic, _ highest: LaneCubic
  ) -> Lanes.Mask {
    func isWorse(_ amplitude: Lanes) -> Lanes.Mask {
      let value = (amplitude * amplitude) * low - (2 * amplitude) * high
      return value.least + claim .>= 0
    }
    let isOver = (lowest - upper * highest).least .>= 0
    let isUnder = (lower .> 0) .& ((lower * low - high).least .>= 0)
    let isFixed = lower .== upper
    return ((isOver .| isFixed) .& isWorse(upper)) .| (isUnder .& isWorse(lower))
  }

  /// Where F is convex, and rises from the optimum or towards both ends.
  private func isConvex(
    _ left: ScaleNode, _ right: ScaleNode, _ difference: LaneSextic, _ misses: ScaleMisses
  ) -> Lanes.Mask {
    let width = right.place - left.place
    let least =
      difference.leastBend(width: width) - misses.bendOfProductSquared
      - claim.magnitude * misses.bendOfSquare
    func ends(_ node: ScaleNode) -> (Lanes, Lanes) {
      (
        claim * node.square - node.product * node.product,
        2 * (claim * node.squareSlope - node.product * node.slope)
      )
    }
    let floor = floor(left, right, isFree, ends(left), ends(right))
    return (least .> 0) .& (floor .>= 0)
  }

  /// Where what a bound of the amplitude gives, G = a² Q − 2aP + k, is convex and not negative, and
  /// the free amplitude does no better where it lies within the bounds.
  ///
  /// It lies beyond the bound, and has no part, wherever P − aQ has the sign of that side. If it
  /// does at one end of the interval and F is monotone, F = QG ≥ 0 where it comes to the bound, and
  /// more from there on.
  private func isHeld(
    _ bound: Lanes, _ side: Double, _ left: ScaleNode, _ right: ScaleNode, _ product: LaneCubic,
    _ square: LaneCubic, _ misses: ScaleMisses,
    _ monotone: (rising: Lanes.Mask, falling: Lanes.Mask)
  ) -> Lanes.Mask {
    let width = right.place - left.place
    let own = (bound * bound) * square - (2 * bound) * product
    let least =
      own.leastBend(width: width) - (bound * bound) * misses.bendOfSquare
      - (2 * bound) * misses.bendOfProduct
    func ends(_ node: ScaleNode) -> (Lanes, Lanes) {
      (
        bound * (bound * node.square - 2 * node.product) + claim,
        2 * bound * (bound * node.squareSlope - node.slope)
      )
    }
    let floor = floor(left, right, amplitude .== bound, ends(left), ends(right))
    let beyondLeft = side * (left.product - bound * left.square) .>= 0
    let beyondRight = side * (right.product - bound * right.square) .>= 0
    let isBeyond = (beyondLeft .& monotone.rising) .| (beyondRight .& monotone.falling)
    return (least .> 0) .& (floor .>= 0) .& (isBeyond .| (lower .== upper))
  }

  /// The least value of a convex function: at the optimum, which it touches, or at an end of the
  /// interval from which it rises; −1 where it does neither.
  private func floor(
    _ left: ScaleNode, _ right: ScaleNode, _ isTouching: Lanes.Mask, _ atLeft: (Lanes, Lanes),
    _ atRight: (Lanes, Lanes)
  ) -> Lanes {
    let isInside = isTouching .& (place .> left.place) .& (place .< right.place)
    let rises = (place .<= left.place) .& (atLeft.1 .>= 0)
    let falls = (place .>= right.place) .& (atRight.1 .<= 0)
    return Lanes(-1).replacing(with: spare, where: isInside)
      .replacing(with: atLeft.0, where: rises).replacing(with: atRight.0, where: falls)
  }
}
