import Numerics

/// χ² of a halo and baryons with its derivatives by the five numbers that the squares of the speeds
/// depend on.
///
///     V² sin²i / sin²i₀ = e^a R^(p−1) q(e^b R)
///                         + γ |V_gas| V_gas + δ |V_disk| V_disk + β |V_bulge| V_bulge
///
/// with q = m / x^p of ``HaloLaw/profile(at:shape:)``. The vectors hold a, b, γ, δ, β in their
/// first five lanes. Distance and inclination, the parameters of the halo and the ratios act on the
/// speeds through these numbers alone.
struct HaloSquares {
  var chiSquared = 0.0
  /// Half the slope downhill.
  var descent = SIMD8<Double>.zero
  /// Half the second derivatives as far as they come from the slopes of V², not negative.
  var slopes = [5 of SIMD8<Double>](repeating: .zero)
  /// Half what the second derivatives of V² by a and b add: by a a, a b, b b.
  var bends = SIMD4<Double>.zero

  /// Works out the sums.
  ///
  /// - Parameters:
  ///   - law: The halo.
  ///   - shape: Its third parameter.
  ///   - points: The curve.
  ///   - front: e^a.
  ///   - rate: e^b, 1/kpc.
  ///   - factors: γ, δ, β.
  @inline(__always)
  init<Law: HaloLaw>(
    _ law: Law.Type, shape: Double, _ points: HaloPoints, front: Double, rate: Double,
    factors: SIMD4<Double>
  ) {
    if points.hasBulge {
      self.init(law, shape, points, front, rate, factors, hasBulge: true)
    } else {
      self.init(law, shape, points, front, rate, factors, hasBulge: false)
    }
  }

  @inline(__always)
  private init<Law: HaloLaw>(
    _ law: Law.Type, _ shape: Double, _ points: HaloPoints, _ front: Double, _ rate: Double,
    _ factors: SIMD4<Double>, hasBulge: Bool
  ) {
    let (front, rate, shape) = (Lanes(front), Lanes(rate), Lanes(shape))
    let (onGas, onDisk, onBulge) = (Lanes(factors[0]), Lanes(factors[1]), Lanes(factors[2]))
    var sum = Lanes(0)
    var (d0, d1, d2, d3, d4) = (sum, sum, sum, sum, sum)
    var (h00, h01, h02, h03, h04) = (sum, sum, sum, sum, sum)
    var (h11, h12, h13, h14) = (sum, sum, sum, sum)
    var (h22, h23, h24, h33, h34, h44) = (sum, sum, sum, sum, sum, sum)
    var bend = sum
    for point in points.groups {
      let x = rate * point.radius
      let profile = Law.profile(at: x, shape: shape)
      let halo = (front * point.start) * profile.value
      let baryons =
        hasBulge
        ? (onGas * point.gas + onDisk * point.disk) + onBulge * point.bulge
        : onGas * point.gas + onDisk * point.disk
      let square = halo + baryons
      // A total that is negative has no speed, and no slope.
      let isStill = square .<= 0
      let inverse = (1 / square.squareRoot()).replacing(with: 0, where: isStill)
      let speed = (square * inverse).replacing(with: 0, where: isStill)
      let residual = point.observed - speed
      sum += point.weight * (residual * residual)
      let pull = point.pull * inverse
      let slope = (0.5 * (pull - point.weight)).replacing(with: 0, where: isStill)
      let curve = 0.25 * pull * (inverse * inverse)
      let tilt = halo * profile.slope
      bend += slope * (tilt * profile.slope + halo * profile.bend)
      d0 += slope * halo
      d1 += slope * tilt
      d2 += slope * point.gas
      d3 += slope * point.disk
      let (byHalo, byTilt) = (curve * halo, curve * tilt)
      let (byGas, byDisk) = (curve * point.gas, curve * point.disk)
      h00 += byHalo * halo
      h01 += byHalo * tilt
      h02 += byHalo * point.gas
      h03 += byHalo * point.disk
      h11 += byTilt * tilt
      h12 += byTilt * point.gas
      h13 += byTilt * point.disk
      h22 += byGas * point.gas
      h23 += byGas * point.disk
      h33 += byDisk * point.disk
      if hasBulge {
        d4 += slope * point.bulge
        let byBulge = curve * point.bulge
        h04 += byBulge * halo
        h14 += byBulge * tilt
        h24 += byBulge * point.gas
        h34 += byBulge * point.disk
        h44 += byBulge * point.bulge
      }
    }
    chiSquared = sum.sum()
    descent = SIMD8(d0.sum(), d1.sum(), d2.sum(), d3.sum(), hasBulge ? d4.sum() : 0, 0, 0, 0)
    bends = SIMD4(descent[0], descent[1], bend.sum(), 0)
    slopes[0] = SIMD8(
      h00.sum(), h01.sum(), h02.sum(), h03.sum(), hasBulge ? h04.sum() : 0, 0, 0, 0)
    slopes[1] = SIMD8(
      slopes[0][1], h11.sum(), h12.sum(), h13.sum(), hasBulge ? h14.sum() : 0, 0, 0, 0)
    slopes[2] = SIMD8(
      slopes[0][2], slopes[1][2], h22.sum(), h23.sum(), hasBulge ? h24.sum() : 0, 0, 0, 0)
    slopes[3] = SIMD8(
      slopes[0][3], slopes[1][3], slopes[2][3], h33.sum(), hasBulge ? h34.sum() : 0, 0, 0, 0)
    if hasBulge {
      slopes[4] = SIMD8(
        slopes[0][4], slopes[1][4], slopes[2][4], slopes[3][4], h44.sum(), 0, 0, 0)
    }
  }
}
