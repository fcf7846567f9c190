import Numerics

/// The scale radii at which a search for a halo looks first, with its shapes there.
///
/// What is here depends on the galaxy and the bounds, not on the baryons, so that all cells of a
/// galaxy share it. Nodes are in the order of growing scale radius, eight side by side.
struct HaloNodes: Sendable {
  /// How far apart nodes are in ln r_s: where the curve is, and beyond.
  private static let spacing = 0.7
  private static let farSpacing = 1.4

  /// z = R_max / r_s of every node, falling; zero stands for C₂₀₀ = 0.
  let places: [Double]
  /// ln z of every node, that for C₂₀₀ = 0 far below all others.
  let logPlaces: [Double]
  /// V²_halo at the points over that at the outermost, and the derivative of its logarithm by ln z,
  /// node by lane; shape `[nodes / 8 · n]`.
  private(set) var shapes: [Lanes]
  private(set) var slopes: [Lanes]
  /// V²_halo at the outermost point that the bounds allow; shape `[nodes / 8]`.
  private(set) var limits: [HaloNodeLimits] = []
  /// The best V²_halo at the outermost point, to first order in the residuals, is this one less
  /// the sum of `pull` times the squares of the baryons; shapes `[nodes / 8]`, `[nodes / 8 · n]`.
  private(set) var whole: [Lanes] = []
  private(set) var pull: [Lanes]

  /// - Parameters:
  ///   - curve: The curve.
  ///   - range: The bounds.
  ///   - knots: The shape of the halo.
  ///   - massPower: The power with which the mass of the halo starts.
  ///   - steepness: How fast the shape changes with the scale; one but for halos with a shape.
  init(
    _ curve: HaloCurve, _ range: HaloRange, _ knots: HaloKnots, massPower: Int, steepness: Double
  ) {
    places = Self.places(curve, range, steepness)
    logPlaces = places.map { $0 > 0 ? Elementary.log($0) : -1e4 }
    let blocks = (places.count + 7) / 8
    shapes = [Lanes](repeating: Lanes(0), count: blocks * curve.count)
    slopes = shapes
    pull = shapes
    limits.reserveCapacity(blocks)
    whole.reserveCapacity(blocks)
    for block in 0..<blocks {
      limits.append(addShapes(block, curve, range, knots, massPower: massPower))
      whole.append(addPull(block, curve))
    }
  }

  /// Works out the shapes of eight nodes.
  ///
  /// - Returns: The bounds there.
  private mutating func addShapes(
    _ block: Int, _ curve: HaloCurve, _ range: HaloRange, _ knots: HaloKnots, massPower: Int
  ) -> HaloNodeLimits {
    let n = curve.count
    var limits = HaloNodeLimits()
    shapes.withUnsafeMutableBytes { shapes in
      slopes.withUnsafeMutableBytes { slopes in
        let shapes = shapes.bindMemory(to: Double.self)
        let slopes = slopes.bindMemory(to: Double.self)
        for lane in 0..<8 {
          let (node, first) = (8 * block + lane, 8 * block * n + lane)
          guard node < places.count else {
            // The lanes that are not used go with the one before.
            for i in 0..<n {
              shapes[first + 8 * i] = shapes[first + 8 * i - 1]
              slopes[first + 8 * i] = slopes[first + 8 * i - 1]
            }
            limits.repeatLast(lane)
            continue
          }
          if places[node] > 0 {
            let logZ = logPlaces[node]
            let outermost = knots.speedSquare(at: logZ)
            for i in 0..<n {
              let inner = knots.speedSquare(at: curve.logRadius[i] + logZ)
              shapes[first + 8 * i] = inner.value / outermost.value
              slopes[first + 8 * i] = inner.slope - outermost.slope
            }
            limits.set(lane, range, at: places[node], logZ, outermost, knots)
          } else {
            for i in 0..<n { shapes[first + 8 * i] = curve.start[i] }
            limits.setCentral(lane, range, massPower: massPower)
          }
        }
      }
    }
    return limits
  }

  /// Works out the best amplitudes to first order in the residuals.
  ///
  /// - Returns: Those for baryons without any speed.
  private mutating func addPull(_ block: Int, _ curve: HaloCurve) -> Lanes {
    let first = block * curve.count
    var (numerator, square) = (Lanes(0), Lanes(0))
    for i in 0..<curve.count {
      let observed = curve.observed[i] * curve.observed[i]
      // V_obs − V is (V²_obs − V²) / 2 V_obs to first order.
      let weight = curve.weight[i] / (observed + 1 / curve.weight[i])
      let weighted = weight * shapes[first + i]
      pull[first + i] = weighted
      numerator += weighted * observed
      square += weighted * shapes[first + i]
    }
    for i in 0..<curve.count { pull[first + i] = pull[first + i] / square }
    return numerator / square
  }

  /// How many nodes there are.
  var count: Int { places.count }

  /// Every place, the ends and turns of the bounds among them.
  private static func places(
    _ curve: HaloCurve, _ range: HaloRange, _ steepness: Double
  ) -> [Double] {
    // The logarithms of z between which the curve is, and those beyond which nothing changes.
    let (inner, outer) = (1.5 / steepness - curve.logInner, -2 / steepness)
    let first = 8 / steepness - curve.logInner
    let last = min(outer, -Elementary.log(range.reach)) - 4 / steepness
    let (top, bottom) = (Elementary.log(range.highest), Elementary.log(range.lowest))
    let turns = [range.lowerTurn, range.upperTurn].filter {
      range.lowest < $0 && $0 < range.highest
    }
    let fixed = [range.highest, range.lowest] + turns
    var places = fixed
    let scale = min(3, max(0.6, 1 / steepness))
    // Between narrow bounds the nodes are closer.
    let (start, end) = (min(top, max(first, bottom)), max(bottom, last))
    let closest = max((start - end) / 12, 0.05)
    var place = start
    while place > end {
      let isBeside = place <= inner && place > outer
      let step = min(scale * (isBeside ? spacing : farSpacing), closest)
      // Not beside one that is there anyway.
      let (z, part) = (Elementary.exp(place), Elementary.exp(-0.4 * step))
      if fixed.allSatisfy({ z < part * $0 || part * z > $0 }) { places.append(z) }
      place -= step
    }
    if bottom < last - 1, last < top { places.append(Elementary.exp(last)) }
    return Set(places).sorted(by: >)
  }
}

/// The bounds of V²_halo at the outermost point in eight nodes, and the derivatives of their
/// logarithms by ln z.
struct HaloNodeLimits: Sendable {
  private(set) var low = Lanes(0)
  private(set) var high = Lanes(0)
  private(set) var lowSlope = Lanes(0)
  private(set) var highSlope = Lanes(0)

  /// The bounds of one node, for cells side by side.
  @inline(__always)
  func node(_ lane: Int) -> HaloNodeLimits {
    var limits = HaloNodeLimits()
    (limits.low, limits.high) = (Lanes(low[lane]), Lanes(high[lane]))
    (limits.lowSlope, limits.highSlope) = (Lanes(lowSlope[lane]), Lanes(highSlope[lane]))
    return limits
  }

  /// The bounds at a node.
  fileprivate mutating func set(
    _ lane: Int, _ range: HaloRange, at z: Double, _ logZ: Double,
    _ outermost: (value: Double, slope: Double), _ knots: HaloKnots
  ) {
    func limit(_ speed: Double, isSpeed: Bool) -> (Double, Double) {
      let whole = knots.speedSquare(at: logZ + Elementary.log(range.rate * speed))
      return (
        speed * speed * (outermost.value / whole.value),
        outermost.slope - (isSpeed ? whole.slope : 2)
      )
    }
    let lower = range.lowerConcentration / (range.rate * z)
    let upper = range.upperConcentration / (range.rate * z)
    (low[lane], lowSlope[lane]) = limit(
      max(range.smallestSpeed, lower), isSpeed: range.smallestSpeed >= lower)
    (high[lane], highSlope[lane]) = limit(
      min(range.upperSpeed, upper), isSpeed: range.upperSpeed <= upper)
    high[lane] = max(high[lane], low[lane])
  }

  /// The bounds of the node before.
  fileprivate mutating func repeatLast(_ lane: Int) {
    (low[lane], high[lane]) = (low[lane - 1], high[lane - 1])
    (lowSlope[lane], highSlope[lane]) = (lowSlope[lane - 1], highSlope[lane - 1])
  }

  /// The bounds for C₂₀₀ = 0.
  fileprivate mutating func setCentral(_ lane: Int, _ range: HaloRange, massPower: Int) {
    let unit = 1 / range.rate
    low[lane] = unit * (massPower == 3 ? unit : range.smallestSpeed)
    high[lane] = unit * (massPower == 3 ? unit : range.upperSpeed)
  }
}
