import Galaxies
import Numerics

/// What is measured of one galaxy at some mass-to-light ratios.
struct GalaxyOffset {
  /// Mean of log g_obs − log g_RAR over the points used, dex.
  var offset: Double
  /// V_obs at the effective radius over V_flat; NaN where one of them is not known.
  var concentration: Double
  var gasFraction: Double
  /// How many points the mean runs over.
  var pointsUsed: Int
}

extension OffsetCurve {
  /// Measures the galaxy.
  ///
  /// - Parameters:
  ///   - ratios: The mass-to-light ratios.
  ///   - scale: The scale g†, m/s².
  ///   - settings: What counts as valid, and which points are used.
  ///   - method: Whether a galaxy without a predictor has an offset.
  /// - Returns: The offset and its predictors, or the reason there is none.
  func measure(
    _ ratios: MassToLight, scale: Double, _ settings: OffsetSettings, by method: OffsetMethod
  ) -> Result<GalaxyOffset, OffsetRefusal> {
    let needsAll = method == .withEffectiveRadius
    if needsAll, !isComplete { return .failure(.missingCatalogue) }
    let judged = settings.validAt ?? ratios
    // A scan measures each galaxy in every cell: it does so without a list of its own.
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: radius.count) { room in
      let valid = Self.chosen(radius.indices, in: room) { isValid($0, judged) }
      guard valid.count >= settings.minimumPoints, let first = valid.first, let last = valid.last
      else { return .failure(.tooFewPoints) }
      let isInside = radius[first] <= effectiveRadius && effectiveRadius <= radius[last]
      if needsAll, !isInside { return .failure(.effectiveRadiusOutside) }
      if settings.validAt != nil {
        let low = valid.count { baryonic($0, judged) < scale }
        guard low >= settings.minimumLow else { return .failure(.tooFewLow) }
      }
      guard let mean = meanOffset(valid, ratios, scale: scale, settings) else {
        return .failure(.tooFewLow)
      }
      let concentration =
        isInside && flatSpeed > 0 ? speed(at: effectiveRadius, valid) / flatSpeed : .nan
      return .success(
        GalaxyOffset(
          offset: mean.offset, concentration: concentration,
          gasFraction: gasFraction(valid, judged, settings), pointsUsed: mean.count))
    }
  }

  /// Points in room that is lent for them.
  private typealias Points = Slice<UnsafeMutableBufferPointer<Int>>

  /// The points that meet a condition, in their order.
  private static func chosen(
    _ points: some Sequence<Int>, in room: UnsafeMutableBufferPointer<Int>,
    where isChosen: (Int) -> Bool
  ) -> Points {
    var count = 0
    for point in points where isChosen(point) {
      room.initializeElement(at: count, to: point)
      count += 1
    }
    return room[..<count]
  }

  /// How many points have no positive g_bar, at some ratios or where the settings judge validity.
  func outwardPoints(_ ratios: MassToLight, _ settings: OffsetSettings) -> Int {
    let judged = settings.validAt ?? ratios
    return radius.indices.count {
      squaredBaryons($0, ratios) <= 0 || squaredBaryons($0, judged) <= 0
    }
  }

  /// The mean over the points used; `nil` with too few low-acceleration points.
  private func meanOffset(
    _ valid: Points, _ ratios: MassToLight, scale: Double, _ settings: OffsetSettings
  ) -> (offset: Double, count: Int)? {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: valid.count) { room in
      let low = Self.chosen(valid, in: room) { point in
        let acceleration = baryonic(point, ratios)
        return acceleration > 0 && acceleration < scale
      }
      guard low.count >= settings.minimumLow else { return nil }
      var used = low
      if settings.points == .outer {
        // The radii increase, so the median needs no sorting, and the outer points are the last.
        let middle = low.count / 2
        let upper = radius[low[middle]]
        let median = low.count % 2 == 1 ? upper : (radius[low[middle - 1]] + upper) / 2
        let outer = low.drop { radius[$0] <= median }
        if outer.count >= settings.minimumOuter { used = outer }
      }
      var sum = 0.0
      for point in used {
        let predicted = RadialAcceleration.predicted(
          baryonic: baryonic(point, ratios), scale: scale)
        sum += logObserved[point] - Elementary.log10(predicted)
      }
      return (sum / Double(used.count), used.count)
    }
  }

  /// The observed speed at a radius inside the valid ones, linearly interpolated, km/s.
  private func speed(at target: Double, _ valid: Points) -> Double {
    guard let upper = valid.firstIndex(where: { radius[$0] >= target }) else { return .nan }
    let right = valid[upper]
    guard upper > valid.startIndex, radius[right] > target else { return observedSpeed[right] }
    let left = valid[upper - 1]
    let slope =
      (observedSpeed[right] - observedSpeed[left]) / (radius[right] - radius[left])
    return observedSpeed[left] + slope * (target - radius[left])
  }

  private func gasFraction(
    _ valid: Points, _ ratios: MassToLight, _ settings: OffsetSettings
  ) -> Double {
    switch settings.gasFraction {
    case .outer:
      let last = valid.suffix(OffsetSettings.gasFractionPoints)
      let gas = last.reduce(0) { $0 + squaredGas[$1] }
      let disk = last.reduce(0) { $0 + squaredDisk[$1] }
      return gas / (gas + disk)
    case .baryonic:
      let gas = valid.reduce(0) { $0 + squaredGas[$1] }
      return gas / valid.reduce(0) { $0 + squaredBaryons($1, ratios) }
    }
  }
}
