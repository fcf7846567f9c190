import Numerics

/// Nodes of the scale radius of a halo, r_s / D, eight at a time, with the shape of the halo's
/// speed on each: these do not depend on anything else that a fit varies.
///
/// Each lane has a stretch of nodes of its own, so that the nodes of a block follow those of the
/// block before, one by one.
struct NodeTable {
  struct Block {
    /// r_s for the distance of the catalogue, kpc.
    var scale: Lanes
    /// V²_halo at the outermost point over (D/D₀)² c^(3−p) / q(c), km²/s².
    var strength: Lanes
    /// The slope of the logarithm of that by ln r_s.
    var rise: Lanes
  }

  private(set) var blocks: [Block] = []
  /// V²_halo over that at the outermost point; shape `[blocks][points]`, block by block.
  private(set) var shapes: [Lanes] = []
  /// The slopes of their logarithms by ln r_s; shape `[blocks][points]`.
  private(set) var tilts: [Lanes] = []
  /// ln r_s, rising; shape `[count]`.
  private(set) var places: [Double] = []
  var count: Int { places.count }

  /// Where the shape of a halo is a power of the radius for all points of a curve, nodes are
  /// further apart.
  private static let farStep = 1.2

  /// Lays nodes.
  ///
  /// - Parameters:
  ///   - law: The halo.
  ///   - shape: Its third parameter.
  ///   - points: The points of the curve, not all of them at the centre.
  ///   - range: ln of the scale radii that there can be.
  ///   - step: Between nodes.
  @inline(__always)
  init<Law: HaloLaw>(
    _ law: Law.Type, shape: Double, _ points: [CurvePoint], in range: ClosedRange<Double>,
    step: Double
  ) {
    var (inner, outer) = (Double.infinity, 0.0)
    for point in points where point.radius > 0 {
      inner = min(inner, point.radius)
      outer = max(outer, point.radius)
    }
    let (first, last) = (Elementary.log(inner), Elementary.log(outer))
    var place = range.lowerBound
    let end = min(range.upperBound, last + 5.7)
    while place < end {
      places.append(place)
      place += place < first - 1.5 || place > last + 2 ? Self.farStep : step
    }
    // Beyond, there is nothing but the innermost power.
    places.append(min(range.upperBound, max(place, 18.4)))
    let height = (count + 7) / 8
    shapes.reserveCapacity(height * points.count)
    tilts.reserveCapacity(height * points.count)
    for block in 0..<height {
      var place = Lanes(places[count - 1])
      for lane in 0..<8 where height * lane + block < count {
        place[lane] = places[height * lane + block]
      }
      let scale = Elementary.exp(place)
      let whole = law.profile(at: outer / scale, shape: Lanes(shape))
      let inverse = 1 / whole.value
      for point in points {
        let profile = law.profile(at: point.radius / scale, shape: Lanes(shape))
        let ratio = point.radius / outer
        shapes.append(
          (profile.value * inverse) * (law.massPower == 3 ? ratio * ratio : ratio))
        tilts.append(whole.slope - profile.slope)
      }
      let (rate, ratio) = (law.virialRate * scale, outer / scale)
      let start = law.massPower == 3 ? ratio * ratio : ratio
      blocks.append(
        Block(
          scale: scale, strength: (rate * rate) * start * whole.value,
          rise: Double(3 - law.massPower) - whole.slope))
    }
  }

  /// Where a node is, counted from the smallest.
  func place(of node: Int) -> (block: Int, lane: Int) {
    let (lane, block) = node.quotientAndRemainder(dividingBy: blocks.count)
    return (block, lane)
  }
}
