import Numerics

/// One galaxy and the space of a fit in which its law and its baryons may vary together.
///
///     V²_bary = (D / D₀) (Υ_disk |V_disk| V_disk + Υ_bulge |V_bulge| V_bulge + Υ_gas |V_gas| V_gas)
///
/// with radii and the scale length times D / D₀, and observed speeds and their errors times
/// sin i₀ / sin i, where D₀ and i₀ are those of the catalogue. The quantities are ordered as in
/// ``FitSpace``. The buffers belong to the caller and outlive the problem; shape `[n]` each.
package struct JointProblem {
  /// How many points there are.
  let count: Int
  /// Distance from the centre for D₀, kpc.
  let radius: UnsafeBufferPointer<Double>
  /// Observed speed for i₀, km/s.
  let observed: UnsafeBufferPointer<Double>
  /// Weight of each point for i₀, s²/km².
  let weight: UnsafeBufferPointer<Double>
  /// |V| V of the gas, disk and bulge for D₀ and ratios of one, km²/s².
  let gas: UnsafeBufferPointer<Double>
  let disk: UnsafeBufferPointer<Double>
  let bulge: UnsafeBufferPointer<Double>
  /// Scale length of the disk for D₀, kpc; NaN where the catalogue has none.
  let diskScaleLength: Double
  /// D₀, Mpc.
  let distance: Double
  /// sin i₀.
  let sine: Double
  /// How many parameters the law has.
  let lawCount: Int
  let priors: [8 of Prior]
  let box: ParameterBox
  /// The quantities whose starts are spread, and which a search follows, in their logarithm.
  let logarithmic: ParameterSet
  let scale: SearchScale

  /// A problem in a space, for the law of a card.
  init(
    count: Int, radius: UnsafeBufferPointer<Double>, observed: UnsafeBufferPointer<Double>,
    weight: UnsafeBufferPointer<Double>, gas: UnsafeBufferPointer<Double>,
    disk: UnsafeBufferPointer<Double>, bulge: UnsafeBufferPointer<Double>, diskScaleLength: Double,
    _ space: ResolvedSpace, _ card: ModelCard
  ) {
    (self.count, self.radius, self.observed, self.weight) = (count, radius, observed, weight)
    (self.gas, self.disk, self.bulge) = (gas, disk, bulge)
    self.diskScaleLength = diskScaleLength
    distance = space.distance
    sine = Elementary.sin(space.inclination * .radiansPerDegree)
    lawCount = card.parameters.count
    priors = space.priors
    box = ParameterBox(lower: space.lower, upper: space.upper, free: space.free)
    var logarithmic = ParameterSet([lawCount + 3])
    for (i, parameter) in card.parameters.enumerated()
    where parameter.spacing == .log || parameter.domain == .positive {
      logarithmic.insert(i)
    }
    self.logarithmic = logarithmic
    scale = SearchScale(box, logarithmic: logarithmic)
  }

  /// The galaxy at some quantities.
  @inline(__always)
  func place(_ quantities: SIMD8<Double>) -> GalaxyPlace {
    GalaxyPlace(
      disk: quantities[lawCount], bulge: quantities[lawCount + 1], gas: quantities[lawCount + 2],
      length: quantities[lawCount + 3] / distance,
      projection: Elementary.sin(quantities[lawCount + 4] * .radiansPerDegree) / sine)
  }

  /// −2 ln of the priors, up to their constants.
  func priorTerm(_ quantities: SIMD8<Double>) -> Double {
    var sum = 0.0
    for i in 0..<8 where !priors[i].isUniform {
      let residual = priors[i].residual(quantities[i]).value
      sum += residual * residual
    }
    return sum
  }
}

extension Double {
  static var radiansPerDegree: Double { 0.017_453_292_519_943_295 }
}
