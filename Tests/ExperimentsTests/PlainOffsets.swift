import Galaxies
import Numerics
import Steps

/// The offset of one galaxy in one cell by lists of points, one number after the other: what the
/// table of offsets has to say to the last bit.
struct PlainOffsets {
  let galaxy: Galaxy
  let settings: OffsetSettings
  let method: OffsetMethod

  /// Offset, c_v, f_gas and the number of points used, or why there is none.
  typealias Measured = Result<[Double], OffsetRefusal>

  private var curve: RotationCurve { galaxy.curve }
  private var radius: [Double] { curve.radius }

  private var effectiveRadius: Double {
    let brightness = galaxy.effectiveSurfaceBrightness
    let area = galaxy.luminosity * 1e9 / (2 * Double.pi * max(brightness, 1))
    return brightness.isNaN ? .nan : area.squareRoot() / 1000
  }

  private func squared(_ ratios: MassToLight, _ i: Int) -> Double {
    func part(_ speed: Double) -> Double {
      settings.gasSign == .squared ? speed * speed : speed.magnitude * speed
    }
    let sum =
      ratios.gas * part(curve.gasSpeed[i]) + ratios.disk * part(curve.diskSpeed[i])
      + ratios.bulge * part(curve.bulgeSpeed[i])
    return settings.gasSign == .squared ? sum.magnitude : sum
  }

  private func acceleration(_ squaredSpeed: Double, _ i: Int) -> Double {
    squaredSpeed * 1e6 / (radius[i] * Constants.metresPerKiloparsec)
  }

  /// How many points have no positive g_bar.
  func outwardPoints(_ ratios: MassToLight) -> Int {
    let judged = settings.validAt ?? ratios
    return radius.indices.count { squared(ratios, $0) <= 0 || squared(judged, $0) <= 0 }
  }

  func measure(_ ratios: MassToLight, scale: Double) -> Measured {
    let needsAll = method == .withEffectiveRadius
    let isComplete =
      galaxy.flatSpeed > 0 && galaxy.luminosity > 0 && galaxy.luminosity.isFinite
      && effectiveRadius.isFinite
    if needsAll, !isComplete { return .failure(.missingCatalogue) }
    let judged = settings.validAt ?? ratios
    let valid = radius.indices.filter { squared(judged, $0) > 0 && curve.observedSpeed[$0] != 0 }
    guard valid.count >= settings.minimumPoints, let first = valid.first, let last = valid.last
    else { return .failure(.tooFewPoints) }
    let isInside = radius[first] <= effectiveRadius && effectiveRadius <= radius[last]
    if needsAll, !isInside { return .failure(.effectiveRadiusOutside) }
    if settings.validAt != nil {
      let low = valid.count { acceleration(squared(judged, $0), $0) < scale }
      guard low >= settings.minimumLow else { return .failure(.tooFewLow) }
    }
    let low = valid.filter {
      let found = acceleration(squared(ratios, $0), $0)
      return found > 0 && found < scale
    }
    guard low.count >= settings.minimumLow else { return .failure(.tooFewLow) }
    var used = low
    if settings.points == .outer {
      let median = Statistics.median(low.map { radius[$0] })
      let outer = low.filter { radius[$0] > median }
      if outer.count >= settings.minimumOuter { used = outer }
    }
    var sum = 0.0
    for i in used {
      let baryonic = acceleration(squared(ratios, i), i)
      let predicted = baryonic / Elementary.oneMinusExp(minus: (baryonic / scale).squareRoot())
      let speed = curve.observedSpeed[i]
      sum += Elementary.log10(acceleration(speed * speed, i)) - Elementary.log10(predicted)
    }
    let concentration =
      isInside && galaxy.flatSpeed > 0
      ? speed(at: effectiveRadius, valid) / galaxy.flatSpeed : .nan
    return .success([
      sum / Double(used.count), concentration, gasFraction(valid, judged), Double(used.count),
    ])
  }

  private func speed(at target: Double, _ valid: [Int]) -> Double {
    guard let upper = valid.firstIndex(where: { radius[$0] >= target }) else { return .nan }
    let (right, speed) = (valid[upper], curve.observedSpeed)
    guard upper > 0, radius[right] > target else { return speed[right] }
    let left = valid[upper - 1]
    let slope = (speed[right] - speed[left]) / (radius[right] - radius[left])
    return speed[left] + slope * (target - radius[left])
  }

  private func gasFraction(_ valid: [Int], _ judged: MassToLight) -> Double {
    func sum(_ points: ArraySlice<Int>, _ value: (Int) -> Double) -> Double {
      points.reduce(0) { $0 + value($1) }
    }
    let gas = { (i: Int) in curve.gasSpeed[i] * curve.gasSpeed[i] }
    if settings.gasFraction == .baryonic {
      return sum(valid[...], gas) / sum(valid[...]) { squared(judged, $0) }
    }
    let outer = valid.suffix(5)
    let total = sum(outer, gas)
    return total / (total + sum(outer) { curve.diskSpeed[$0] * curve.diskSpeed[$0] })
  }
}
