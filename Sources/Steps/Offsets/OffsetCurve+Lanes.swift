import Galaxies
import Numerics

extension OffsetCurve {
  /// Measures the galaxy in eight cells.
  ///
  /// No lane depends on those beside it: each has the bits that it would have with others.
  ///
  /// - Parameters:
  ///   - ratios: The mass-to-light ratios and the scale of each cell.
  ///   - settings: What counts as valid, and which points are used.
  ///   - method: Whether a galaxy without a predictor has an offset.
  /// - Returns: The offset and its predictors, or the reason there is none.
  func measure(
    _ ratios: LaneRatios, _ settings: OffsetSettings, by method: OffsetMethod
  ) -> LaneOffsets {
    withUnsafeTemporaryAllocation(of: LanePoint.self, capacity: points.count) { room in
      let sums = weigh(ratios, settings, into: room)
      var made = LaneOffsets()
      made.outwardPoints = sums.outward
      let needsAll = method == .withEffectiveRadius
      if needsAll, !isComplete {
        made.refuse(.missingCatalogue, where: Lanes.Mask(true))
        return made
      }
      var isLacking = sums.low .< Double(settings.minimumLow)
      if settings.validAt != nil {
        isLacking = isLacking .| (sums.judgedLow .< Double(settings.minimumLow))
      }
      made.refuse(.tooFewLow, where: isLacking)
      let isInside = tell(room, sums.isEven, into: &made)
      if needsAll { made.refuse(.effectiveRadiusOutside, where: .!isInside) }
      made.refuse(.tooFewPoints, where: sums.valid .< Double(settings.minimumPoints))
      if settings.gasFraction == .baryonic { made.gasFraction = sums.gas / sums.baryons }
      if !made.isRefused.isEverywhere {
        let start = outerRank(room, sums.low, settings)
        average(room, ratios, from: start, into: &made)
      }
      made.settle()
      return made
    }
  }

  /// Why there is no offset at some ratios; `nil` where there is one.
  func refusal(
    at ratios: MassToLight, scale: Double, _ settings: OffsetSettings, by method: OffsetMethod
  ) -> OffsetRefusal? {
    let reason = measure(LaneRatios(ratios, scale: scale), settings, by: method).reason[0]
    return reason.isNaN ? nil : OffsetRefusal.allCases[Int(reason)]
  }

  /// A point in eight cells.
  private struct LanePoint {
    /// V²_bary, km²/s².
    var squared: Lanes
    /// Where both accelerations are positive.
    var isValid: Lanes.Mask
    /// Where it is valid and g_bar is below the scale.
    var isLow: Lanes.Mask
  }

  /// What all points come to in eight cells.
  private struct LaneSums {
    /// How many have no positive g_bar.
    var outward = Lanes(0)
    var valid = Lanes(0)
    /// How many valid points have a low acceleration, at the ratios and where validity is judged.
    var low = Lanes(0)
    var judgedLow = Lanes(0)
    /// Whether every point that moves is valid in every lane.
    var isEven = true
    /// ΣV_gas² and ΣV²_bary over the valid points.
    var gas = Lanes(0)
    var baryons = Lanes(0)
  }

  /// Weighs every point.
  private func weigh(
    _ ratios: LaneRatios, _ settings: OffsetSettings,
    into room: UnsafeMutableBufferPointer<LanePoint>
  ) -> LaneSums {
    var sums = LaneSums()
    var isEven = Lanes.Mask(true)
    let judged = settings.validAt.map { LaneRatios($0, scale: scale) }
    let hasLimits = ratios.commonScale == scale
    let needsSums = settings.gasFraction == .baryonic
    for (index, point) in points.enumerated() {
      let squared = squaredBaryons(point, ratios)
      let weighed = judged.map { squaredBaryons(point, $0) } ?? squared
      let isValid = (weighed .> 0) .& Lanes.Mask(point.isMoving)
      if point.isMoving { isEven = isEven .& isValid }
      let isLow = isValid .& isLow(squared, point, ratios, hasLimits)
      room.initializeElement(
        at: index, to: LanePoint(squared: squared, isValid: isValid, isLow: isLow))
      sums.outward += Self.one(where: (squared .<= 0) .| (weighed .<= 0))
      sums.valid += Self.one(where: isValid)
      sums.low += Self.one(where: isLow)
      if judged != nil {
        let acceleration = RadialAcceleration.centripetal(
          squaredSpeed: weighed, distance: point.distance)
        sums.judgedLow += Self.one(where: isValid .& (acceleration .< ratios.scale))
      }
      guard needsSums else { continue }
      sums.gas += Lanes(0).replacing(with: point.squaredGas, where: isValid)
      sums.baryons += Lanes(0).replacing(with: weighed, where: isValid)
    }
    sums.isEven = isEven.isEverywhere
    return sums
  }

  /// Where g_bar is positive and below the scale.
  @inline(__always)
  private func isLow(
    _ squared: Lanes, _ point: OffsetPoint, _ ratios: LaneRatios, _ hasLimits: Bool
  ) -> Lanes.Mask {
    // Where the acceleration may vanish beside V², or the scale is another, it tells by itself.
    if hasLimits, ((squared .> 0x1p-900) .| (squared .<= 0)).isEverywhere {
      return (squared .> 0) .& (squared .< point.lowEnd)
    }
    let acceleration = RadialAcceleration.centripetal(
      squaredSpeed: squared, distance: point.distance)
    return (acceleration .> 0) .& (acceleration .< ratios.scale)
  }

  @inline(__always)
  private static func one(where mask: Lanes.Mask) -> Lanes {
    Lanes(0).replacing(with: 1, where: mask)
  }

  /// V²_bary at one point in eight cells, km²/s².
  @inline(__always)
  private func squaredBaryons(_ point: OffsetPoint, _ ratios: LaneRatios) -> Lanes {
    let sum = ratios.gas * point.gas + ratios.disk * point.disk + ratios.bulge * point.bulge
    return isSquared ? sum.magnitude : sum
  }

  /// Writes what the valid points tell without the ratios.
  ///
  /// - Returns: Whether the effective radius lies inside them.
  private func tell(
    _ room: UnsafeMutableBufferPointer<LanePoint>, _ isEven: Bool, into made: inout LaneOffsets
  ) -> Lanes.Mask {
    if isEven {
      made.concentration = Lanes(whole.concentration)
      made.gasFraction = Lanes(whole.outerGasFraction)
      return Lanes.Mask(whole.isInside)
    }
    var isInside = Lanes(0)
    for lane in 0..<Lanes.count {
      let told = ValidPoints(
        room.indices.filter { room[$0].isValid[lane] }, of: curve,
        effectiveRadius: effectiveRadius, flatSpeed: flatSpeed)
      made.concentration[lane] = told.concentration
      made.gasFraction[lane] = told.outerGasFraction
      isInside[lane] = told.isInside ? 1 : 0
    }
    return isInside .> 0
  }

  /// From which on low points count, counted from zero.
  private func outerRank(
    _ room: UnsafeMutableBufferPointer<LanePoint>, _ low: Lanes, _ settings: OffsetSettings
  ) -> Lanes {
    guard settings.points == .outer else { return Lanes(0) }
    // The radii increase, so the median needs no sorting, and the outer points are the last.
    var start = ((low + 1) * 0.5).rounded(.down)
    if hasTouchingRadii {
      for lane in 0..<Lanes.count {
        let radii = room.indices.filter { room[$0].isLow[lane] }.map { radius[$0] }
        let median = Statistics.median(radii)
        start[lane] = Double(radii.count { $0 <= median })
      }
    }
    return Lanes(0).replacing(
      with: start, where: low - start .>= Double(settings.minimumOuter))
  }

  /// Writes the means over the points used.
  private func average(
    _ room: UnsafeMutableBufferPointer<LanePoint>, _ ratios: LaneRatios, from start: Lanes,
    into made: inout LaneOffsets
  ) {
    var (sum, count, rank) = (Lanes(0), Lanes(0), Lanes(0))
    for (point, place) in zip(points, room) {
      let isUsed = place.isLow .& (rank .>= start)
      rank += Self.one(where: place.isLow)
      guard isUsed.isAnywhere else { continue }
      let acceleration = RadialAcceleration.centripetal(
        squaredSpeed: place.squared, distance: point.distance)
      let predicted = RadialAcceleration.predicted(baryonic: acceleration, scale: ratios.scale)
      let difference = point.logObserved - Elementary.log10(predicted)
      sum += Lanes(0).replacing(with: difference, where: isUsed)
      count += Self.one(where: isUsed)
    }
    made.offset = sum / count
    made.pointsUsed = count
  }
}
