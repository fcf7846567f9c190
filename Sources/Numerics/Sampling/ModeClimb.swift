/// Climbs a density from a place to the next top, by Newton's steps from differences.
///
/// Differences need no slopes of the density, and eight places cost one look. Where the curvature
/// is not that of a top, its size is taken; a step is as long as the best of eight lengths.
struct ModeClimb<Target: SamplingTarget> {
  let target: Target
  /// How many places were looked at.
  private(set) var likelihoods = 0

  /// The least curvature: that of a standard deviation of two, as coordinates are of the order of
  /// one.
  private static var leastCurvature: Double { 0.25 }
  private static var mostSteps: Int { 40 }
  /// The longest step that is tried first.
  private static var reach: Double { 2.0 }
  /// A gain of the logarithm of the density that is none.
  private static var enough: Double { 0.01 }

  init(_ target: Target) {
    self.target = target
  }

  /// - Parameter start: Where to begin.
  /// - Returns: The top; nil where there is no density at the start.
  mutating func top(from start: Lanes) -> DensityMode? {
    let dimension = target.dimension
    var place = start
    guard var height = heights(at: [place]).first, height.isFinite else { return nil }
    var steps = Lanes(repeating: 0.01)
    var covariance = [8 of Lanes](repeating: .zero)
    for _ in 0..<Self.mostSteps {
      let (slope, curvature) = derivatives(at: place, height, steps)
      let eigen = SymmetricEigen(of: curvature, dimension: dimension)
      covariance = eigen.mapped { 1 / max($0.magnitude, Self.leastCurvature) }
      var step = Lanes.zero
      for i in 0..<dimension {
        for j in 0..<dimension { step[i] += covariance[i][j] * slope[j] }
        steps[i] = min(max(0.05 * covariance[i][i].squareRoot(), 1e-5), 0.05)
      }
      let length = (step * step).sum().squareRoot()
      guard length > 0, length.isFinite else { break }
      if length > Self.reach { step *= Self.reach / length }
      let lengths = [2, 1, 0.5, 0.25, 0.1, 0.03, 0.01, 0.002]
      let tried = lengths.map { place + $0 * step }
      let found = heights(at: tried)
      guard let best = found.indices.max(by: { found[$0] < found[$1] }), found[best] > height
      else { break }
      let gain = found[best] - height
      (place, height) = (tried[best], found[best])
      if gain < Self.enough, length < 1 { break }
    }
    let factor = LowerTriangle(of: covariance, dimension: dimension)
    return factor.map { DensityMode(place: place, height: height, factor: $0) }
  }

  /// The slope and the curvature, −∂²ln p, by differences.
  private mutating func derivatives(
    at place: Lanes, _ height: Double, _ steps: Lanes
  ) -> (slope: Lanes, curvature: [8 of Lanes]) {
    let dimension = target.dimension
    var places: [Lanes] = []
    func add(_ step: Lanes) {
      places.append(place + step)
      places.append(place - step)
    }
    var units: [Lanes] = []
    for i in 0..<dimension {
      var unit = Lanes.zero
      unit[i] = steps[i]
      units.append(unit)
      add(unit)
    }
    for i in 0..<dimension {
      for j in 0..<i { add(units[i] + units[j]) }
    }
    // What is no number is far below.
    let found = heights(at: places).map { max($0, height - 1e6) }
    var slope = Lanes.zero
    var curvature = [8 of Lanes](repeating: .zero)
    for i in 0..<dimension {
      let (up, down) = (found[2 * i], found[2 * i + 1])
      slope[i] = (up - down) / (2 * steps[i])
      curvature[i][i] = (2 * height - up - down) / (steps[i] * steps[i])
    }
    var next = 2 * dimension
    for i in 0..<dimension {
      for j in 0..<i {
        let both = found[next] + found[next + 1] - 2 * height
        let first = found[2 * i] + found[2 * i + 1] - 2 * height
        let second = found[2 * j] + found[2 * j + 1] - 2 * height
        curvature[i][j] = -(both - first - second) / (2 * steps[i] * steps[j])
        curvature[j][i] = curvature[i][j]
        next += 2
      }
    }
    return (slope, curvature)
  }

  /// The logarithms of the density at some places.
  private mutating func heights(at places: [Lanes]) -> [Double] {
    var points = LanePoints(dimension: target.dimension, blocks: (places.count + 7) / 8)
    for place in 0..<points.count { points[place] = places[min(place, places.count - 1)] }
    likelihoods += points.count
    let found = target.logDensities(at: points)
    return places.indices.map { found[$0 / 8][$0 % 8] }
  }
}
