import Numerics

/// The parameters of a halo on nodes of its scale radius, where its strength tells them.
struct NodeHalo<Law: HaloLaw> {
  let speeds: ClosedRange<Double>
  let concentrations: ClosedRange<Double>
  let speedPrior: Prior
  let concentrationPrior: Prior
  let shape: Double

  var hasPrior: Bool { !speedPrior.isFlat || !concentrationPrior.isFlat }

  init(_ problem: JointProblem, _ roles: HaloRoles) {
    let (v, c) = (roles.speed, roles.concentration)
    let (lower, upper) = (problem.box.lower, problem.box.upper)
    (speeds, concentrations) = (lower[v]...upper[v], lower[c]...upper[c])
    (speedPrior, concentrationPrior) = (problem.priors[v], problem.priors[c])
    shape = roles.shape
  }

  /// The least and the largest scale radius that the bounds allow, kpc.
  var scales: (least: Double, most: Double) {
    let least = speeds.lowerBound / (Law.virialRate * concentrations.upperBound)
    guard concentrations.lowerBound > 0 else { return (least, 1e300) }
    return (least, speeds.upperBound / (Law.virialRate * concentrations.lowerBound))
  }

  /// The concentrations that the bounds allow for some scale radii.
  @inline(__always)
  func bounds(_ scale: Lanes) -> (lower: Lanes, upper: Lanes) {
    let rate = 1 / (Law.virialRate * scale)
    let (least, most) = (concentrations.lowerBound, concentrations.upperBound)
    return (
      (speeds.lowerBound * rate).atLeast(least).atMost(most),
      (speeds.upperBound * rate).atMost(most).atLeast(least)
    )
  }

  /// c^(3−p) / q(c): V²_halo at the outermost point over the strength of a node, with the slope of
  /// its logarithm by ln c.
  @inline(__always)
  func level<Value: LaneValue>(_ concentration: Value) -> (value: Value, slope: Value) {
    let whole = Law.profile(at: concentration, shape: Value(shape))
    return Law.massPower == 3
      ? (1 / whole.value, -whole.slope) : (concentration / whole.value, 1 - whole.slope)
  }

  /// The concentration that has a level, near enough to start from there.
  @inline(__always)
  func concentration<Value: LaneValue>(
    of level: Value, from start: Value, in bounds: (lower: Value, upper: Value), steps: Int
  ) -> Value {
    var concentration = start.atLeast(bounds.lower).atMost(bounds.upper)
    for _ in 0..<steps {
      let now = self.level(concentration)
      let move = Elementary.log(level / now.value) / now.slope.atLeast(1e-3)
      concentration = (concentration * Elementary.exp(move.atLeast(-2).atMost(2)))
        .atLeast(bounds.lower).atMost(bounds.upper)
    }
    return concentration
  }

  /// The same on the nodes of a block for a strength, V²_halo sin²i / sin²i₀ at the outermost
  /// point, with the scale radius, kpc.
  @inline(never)
  func concentration(
    of strength: Lanes, _ galaxy: NodeGalaxy, _ block: NodeTable.Block, steps: Int
  ) -> (concentration: Lanes, scale: Lanes) {
    let scale = block.scale * galaxy.length
    let square = galaxy.projection * (galaxy.length * galaxy.length)
    let guess = (strength / galaxy.projection).squareRoot() / (Law.virialRate * scale)
    return (
      concentration(
        of: strength / (square * block.strength), from: guess, in: bounds(scale), steps: steps),
      scale
    )
  }
}
