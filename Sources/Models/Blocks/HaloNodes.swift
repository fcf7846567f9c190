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
  /// V²_halo at the points over that at the outermost, node by lane; shape `[nodes / 8 · n]`.
  let shapes: [Lanes]
  /// V²_halo at the outermost point that the bounds allow; shape `[nodes / 8]`.
  let lowest: [Lanes]
  let highest: [Lanes]
  /// The best V²_halo at the outermost point, to first order in the residuals, is this one less
  /// the sum of `pull` times the squares of the baryons; shapes `[nodes / 8]`, `[nodes / 8 · n]`.
  let whole: [Lanes]
  let pull: [Lanes]

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
    let (n, blocks) = (curve.count, (places.count + 7) / 8)
    var shapes = [Lanes](repeating: Lanes(0), count: blocks * n)
    var (lowest, highest) = ([Lanes](), [Lanes]())
    let power = Double(massPower - 1)
    for block in 0..<blocks {
      var (low, high) = (Lanes(0), Lanes(0))
      for lane in 0..<8 {
        let z = places[min(8 * block + lane, places.count - 1)]
        guard z > 0 else {
          for i in 0..<n { shapes[block * n + i][lane] = curve.start[i] }
          // V²_halo = V₂₀₀² (1 / (rate V₂₀₀))^power
          func square(_ speed: Double) -> Double {
            speed * (power == 2 ? 1 / (range.rate * range.rate * speed) : 1 / range.rate)
          }
          low[lane] = square(range.smallestSpeed)
          high[lane] = square(range.upperSpeed)
          continue
        }
        let logZ = Elementary.log(z)
        let outermost = knots.speedSquare(at: logZ)
        for i in 0..<n {
          shapes[block * n + i][lane] = knots.speedSquare(at: curve.logRadius[i] + logZ) / outermost
        }
        func amplitude(_ speed: Double) -> Double {
          let logVirial = logZ + Elementary.log(range.rate * speed)
          return speed * speed * outermost / knots.speedSquare(at: logVirial)
        }
        low[lane] = amplitude(max(range.smallestSpeed, range.lowerConcentration / (range.rate * z)))
        high[lane] = amplitude(min(range.upperSpeed, range.upperConcentration / (range.rate * z)))
      }
      lowest.append(low)
      highest.append(high.atLeast(low))
    }
    var whole: [Lanes] = []
    var pull = [Lanes](repeating: Lanes(0), count: blocks * n)
    for block in 0..<blocks {
      var (numerator, square) = (Lanes(0), Lanes(0))
      for i in 0..<n {
        let observed = curve.observed[i] * curve.observed[i]
        // V_obs − V is (V²_obs − V²) / 2 V_obs to first order.
        let weight = curve.weight[i] / (observed + 1 / curve.weight[i])
        let weighted = weight * shapes[block * n + i]
        pull[block * n + i] = weighted
        numerator += weighted * observed
        square += weighted * shapes[block * n + i]
      }
      whole.append(numerator / square)
      for i in 0..<n { pull[block * n + i] = pull[block * n + i] / square }
    }
    (self.shapes, self.lowest, self.highest) = (shapes, lowest, highest)
    (self.whole, self.pull) = (whole, pull)
  }

  /// How many nodes there are.
  var count: Int { places.count }

  /// Every place, the ends and turns of the bounds among them.
  private static func places(
    _ curve: HaloCurve, _ range: HaloRange, _ steepness: Double
  ) -> [Double] {
    // The logarithms of z between which the curve is, and those beyond which nothing changes.
    let (inner, outer) = (1.5 / steepness - curve.logInner, -2 / steepness)
    let (first, last) = (8 / steepness - curve.logInner, outer - 4 / steepness)
    let (top, bottom) = (Elementary.log(range.highest), Elementary.log(range.lowest))
    let turns = [range.lowerTurn, range.upperTurn].filter {
      range.lowest < $0 && $0 < range.highest
    }
    var places = [range.highest, range.lowest] + turns
    let scale = min(2, 1 / steepness)
    var place = min(top, max(first, bottom))
    while place > max(bottom, last) {
      // Not beside one that is there anyway.
      let z = Elementary.exp(place)
      if places.allSatisfy({ z < 0.8 * $0 || 0.8 * z > $0 }) { places.append(z) }
      place -= scale * (place > inner || place <= outer ? farSpacing : spacing)
    }
    if bottom < last - 1, last < top { places.append(Elementary.exp(last)) }
    return Set(places).sorted(by: >)
  }
}
