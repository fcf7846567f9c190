import Galaxies
import Numerics

/// What the valid points of a galaxy tell in eight cells.
struct LaneValidity {
  /// How many points have no positive g_bar, at the ratios or where validity is judged.
  var outward = Lanes(0)
  /// How many points are valid.
  var count = Lanes(0)
  /// How many of them have a low acceleration where validity is judged, if that is elsewhere.
  var low = Lanes(0)
  /// Where the effective radius lies between the first and the last.
  var isInside = Lanes.Mask(false)
  /// V_obs at the effective radius over V_flat.
  var concentration = Lanes(.nan)
  var gasFraction = Lanes(.nan)
}

extension OffsetCurve {
  /// Looks at the valid points.
  ///
  /// - Parameters:
  ///   - ratios: The ratios.
  ///   - judging: Those at which validity is judged.
  ///   - settings: How the gas fraction is defined.
  ///   - isEven: Whether g_bar is positive at every point in every lane.
  /// - Returns: What the points tell.
  func validity(
    _ ratios: LaneRatios, _ judging: Judging, _ settings: OffsetSettings,
    isEven: Bool
  ) -> LaneValidity {
    var valid = LaneValidity()
    let isBaryonic = settings.gasFraction == .baryonic
    if isEven {
      valid.count = Lanes(Double(movingPoints))
      valid.isInside = Lanes.Mask(whole.isInside)
      valid.concentration = Lanes(whole.concentration)
      valid.gasFraction = Lanes(whole.outerGasFraction)
      if !judging.isElsewhere, !isBaryonic { return valid }
    } else {
      tell(judging.ratios, into: &valid)
    }
    var (gas, baryons, outward, count) = (Lanes(0), Lanes(0), Lanes(0), Lanes(0))
    for point in points {
      let squared = squaredBaryons(point, ratios)
      let weighed = judging.isElsewhere ? squaredBaryons(point, judging.ratios) : squared
      outward += Lanes.one(where: (squared .<= 0) .| (weighed .<= 0))
      guard point.isMoving else { continue }
      let isValid = weighed .> 0
      count += Lanes.one(where: isValid)
      let acceleration = RadialAcceleration.centripetal(
        squaredSpeed: weighed, distance: point.distance)
      valid.low += Lanes.one(where: isValid .& (acceleration .< ratios.scale))
      gas += Lanes(0).replacing(with: point.squaredGas, where: isValid)
      baryons += Lanes(0).replacing(with: weighed, where: isValid)
    }
    (valid.outward, valid.count) = (outward, count)
    if isBaryonic { valid.gasFraction = gas / baryons }
    return valid
  }

  /// Writes what each lane's own points tell without the ratios.
  private func tell(_ ratios: LaneRatios, into valid: inout LaneValidity) {
    let isPositive = points.map { squaredBaryons($0, ratios) .> 0 }
    var isInside = Lanes(0)
    var (known, told) = ([Int](), whole)
    for lane in 0..<Lanes.count {
      let own = points.indices.filter { points[$0].isMoving && isPositive[$0][lane] }
      // Neighbours mostly have the same points.
      if lane == 0 || own != known {
        told = ValidPoints(
          own, of: curve, effectiveRadius: effectiveRadius, flatSpeed: flatSpeed)
      }
      known = own
      valid.concentration[lane] = told.concentration
      valid.gasFraction[lane] = told.outerGasFraction
      isInside[lane] = told.isInside ? 1 : 0
    }
    valid.isInside = (isInside .> 0)
  }
}
