/// The tops of a density that some starts and a look over the prior lead to.
package struct ModeSearch {
  /// The tops, the highest first.
  package private(set) var modes: [DensityMode] = []
  /// How many likelihoods were worked out.
  package private(set) var likelihoods = 0
  /// The draws of the look over the prior.
  let look: SampledBatch

  private static var lookBlocks: Int { 128 }
  /// How many places of the look are climbed from.
  private static var leads: Int { 6 }

  /// - Parameters:
  ///   - target: The density.
  ///   - starts: Places near its tops, as far as they are known.
  ///   - key: What decides the look.
  package init<Target: SamplingTarget>(
    _ target: Target, from starts: [Lanes], key: SamplingKey
  ) {
    let prior = DefensiveMixture(lookingOver: target.shapes, blocks: Self.lookBlocks)
    look = SampledBatch(of: target, from: prior, key)
    var climb = ModeClimb(target)
    for start in starts + Self.leads(look) {
      guard let mode = climb.top(from: start) else { continue }
      let isKnown = modes.contains {
        $0.distance(to: mode.place) < 1 || mode.distance(to: $0.place) < 1
      }
      if !isKnown { modes.append(mode) }
    }
    modes.sort { $0.height > $1.height }
    likelihoods = look.points.count + climb.likelihoods
  }

  /// The highest of the places of a look that lie apart from each other.
  private static func leads(_ look: SampledBatch) -> [Lanes] {
    func height(_ place: Int) -> Double { look.logDensities[place / 8][place % 8] }
    let order = (0..<look.points.count).filter { height($0) > -.infinity }.sorted {
      (height($1), $0) < (height($0), $1)
    }
    var leads: [Lanes] = []
    for place in order where leads.count < Self.leads {
      let point = look.points[place]
      let isApart = leads.allSatisfy {
        (($0 - point) * ($0 - point)).sum() > Double(look.points.dimension)
      }
      if isApart { leads.append(point) }
    }
    return leads
  }

  /// A mixture of the tops, each with what its curvature says it has of the integral.
  ///
  /// - Parameter dimension: How many coordinates there are.
  /// - Returns: Nil where there is no top.
  func mixture(dimension: Int) -> StudentMixture? {
    guard let most = modes.map(\.logMass).max() else { return nil }
    let components = modes.prefix(8).flatMap { mode in
      let weight = max(Elementary.exp(mode.logMass - most), 0.02)
      return [(0.8, 1.2), (0.2, 2.5)].map { part, size in
        StudentMixture.Component(
          weight: weight * part, mean: mode.place, factor: mode.factor.scaled(by: size))
      }
    }
    return StudentMixture(components, dimension: dimension)
  }

  /// The mean and the covariance that the tops' curvatures give together.
  var moments: (mean: Lanes, covariance: [8 of Lanes]) {
    let most = modes.map(\.logMass).reduce(-.infinity) { max($0, $1) }
    let weights = modes.map { max(Elementary.exp($0.logMass - most), 1e-4) }
    let whole = weights.reduce(0, +)
    var mean = Lanes.zero
    for (mode, weight) in zip(modes, weights) { mean += (weight / whole) * mode.place }
    var covariance = [8 of Lanes](repeating: .zero)
    for (mode, weight) in zip(modes, weights) {
      let (own, apart) = (mode.factor.covariance, mode.place - mean)
      for i in 0..<mode.factor.dimension {
        covariance[i] += (weight / whole) * (own[i] + apart[i] * apart)
      }
    }
    return (mean, covariance)
  }
}
