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
      let elsewhere = settings.validAt.map { LaneRatios($0, scale: scale) }
      let judging = Judging(isElsewhere: elsewhere != nil, ratios: elsewhere ?? ratios)
      let (low, isEven) = weigh(ratios, judging, into: room)
      let valid = validity(ratios, judging, settings, isEven: isEven)
      var made = LaneOffsets()
      made.outwardPoints = valid.outward
      let needsAll = method == .withEffectiveRadius
      if needsAll, !isComplete {
        made.refuse(.missingCatalogue, where: Lanes.Mask(true))
        return made
      }
      var isLacking = low .< Double(settings.minimumLow)
      if judging.isElsewhere {
        isLacking = (isLacking .| (valid.low .< Double(settings.minimumLow)))
      }
      made.refuse(.tooFewLow, where: isLacking)
      if needsAll { made.refuse(.effectiveRadiusOutside, where: .!valid.isInside) }
      made.refuse(.tooFewPoints, where: valid.count .< Double(settings.minimumPoints))
      made.concentration = valid.concentration
      made.gasFraction = valid.gasFraction
      if !made.isRefused.isEverywhere {
        average(room, ratios, from: outerRank(room, low, settings), into: &made)
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

  /// Where validity is judged.
  ///
  /// The ratios are no optional, for to look into one at every point takes longer than to weigh it.
  struct Judging {
    /// Whether that is at other ratios than those of the cells.
    let isElsewhere: Bool
    let ratios: LaneRatios
  }

  /// A point in eight cells.
  private struct LanePoint {
    /// V²_bary, km²/s².
    var squared: Lanes
    /// Where it is valid and its g_bar is low.
    var isLow: Lanes.Mask
  }

  /// Weighs every point.
  ///
  /// - Parameters:
  ///   - ratios: The ratios.
  ///   - judging: Those at which validity is judged.
  ///   - room: Receives the points.
  /// - Returns: How many valid points are low, and whether g_bar is positive everywhere.
  private func weigh(
    _ ratios: LaneRatios, _ judging: Judging,
    into room: UnsafeMutableBufferPointer<LanePoint>
  ) -> (low: Lanes, isEven: Bool) {
    var (low, isPositive) = (Lanes(0), Lanes.Mask(true))
    let hasLimits = ratios.commonScale == scale
    for (index, point) in points.enumerated() {
      let squared = squaredBaryons(point, ratios)
      isPositive = (isPositive .& (squared .> 0))
      var isLow: Lanes.Mask
      if hasLimits {
        isLow = ((squared .>= point.lowStart) .& (squared .< point.lowEnd))
      } else {
        let acceleration = RadialAcceleration.centripetal(
          squaredSpeed: squared, distance: point.distance)
        isLow = ((acceleration .> 0) .& (acceleration .< ratios.scale))
      }
      if judging.isElsewhere {
        let isValid = squaredBaryons(point, judging.ratios) .> 0
        isPositive = (isPositive .& isValid)
        isLow = (isLow .& isValid)
      }
      if !point.isMoving { isLow = Lanes.Mask(false) }
      room.initializeElement(at: index, to: LanePoint(squared: squared, isLow: isLow))
      low += Lanes.one(where: isLow)
    }
    return (low, isPositive.isEverywhere)
  }

  /// V²_bary at one point in eight cells, km²/s².
  @inline(__always)
  func squaredBaryons(_ point: OffsetPoint, _ ratios: LaneRatios) -> Lanes {
    let sum = ratios.gas * point.gas + ratios.disk * point.disk + ratios.bulge * point.bulge
    return isSquared ? sum.magnitude : sum
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
      rank += Lanes.one(where: place.isLow)
      guard isUsed.isAnywhere else { continue }
      let acceleration = RadialAcceleration.centripetal(
        squaredSpeed: place.squared, distance: point.distance)
      let predicted = RadialAcceleration.predicted(baryonic: acceleration, scale: ratios.scale)
      let difference = point.logObserved - Elementary.log10(predicted)
      sum += Lanes(0).replacing(with: difference, where: isUsed)
      count += Lanes.one(where: isUsed)
    }
    made.offset = sum / count
    made.pointsUsed = count
  }
}

extension Lanes {
  /// One where a mask is true, zero elsewhere.
  @inline(__always)
  static func one(where mask: Mask) -> Lanes { Lanes(0).replacing(with: 1, where: mask) }
}
