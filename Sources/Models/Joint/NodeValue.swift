import Numerics

/// What eight nodes are worth with the best of everything else.
struct NodeValue {
  /// χ² and −2 ln of the priors, with points that are left out as points without speed; infinite
  /// where that is no number, or where the bounds have no room for the scale radius.
  let objective: Lanes
  /// Its slope by ln r_s.
  let slope: Lanes
  /// The nodes with a point that was left out and has a speed.
  let isOutside: Lanes.Mask

  @inline(__always)
  init<Law: HaloLaw>(
    _ problem: NodeProblem<Law>, _ points: NodePoints, _ isLeft: [Bool], _ place: [6 of Lanes],
    _ galaxy: NodeGalaxy, _ limits: NodeLimits, _ box: NodeBox, _ node: NodeTable.Block,
    _ shapes: ArraySlice<Lanes>, _ tilts: ArraySlice<Lanes>
  ) {
    let strength = place[0]
    var isOutside = box.isEmpty
    var (value, slope, own) = (Lanes(0), Lanes(0), Lanes(0))
    for i in points.all.indices {
      let point = points.all[i]
      let shape = shapes[shapes.startIndex + i]
      var square = strength * shape + galaxy.square(at: point)
      if isLeft[i] {
        isOutside = (isOutside .| (square .> 0))
        square = Lanes(0)
      }
      let speed = square.atLeast(0).squareRoot()
      let residual = point.observed - speed
      value += point.weight * (residual * residual)
      let pull = (point.weight * residual / speed).replacing(with: 0, where: square .<= 0)
      own += pull * shape
      slope += (pull * shape) * tilts[tilts.startIndex + i]
    }
    // On a bound the strength goes with the scale.
    let isLow = (strength .<= limits.lower) .& (own .<= 0)
    let isHigh = (strength .>= limits.upper) .& (own .>= 0)
    let tilt = Lanes(0).replacing(with: limits.lowerTilt, where: isLow)
      .replacing(with: limits.upperTilt, where: isHigh)
    slope = -strength * (slope + own * tilt)
    for i in 0..<problem.variables.count where !problem.variables[i].prior.isFlat {
      let prior = problem.variables[i].prior.residual(
        problem.quantity(i, place, galaxy), isLogarithmic: true)
      value += prior.value * prior.value
    }
    if problem.halo.hasPrior {
      let halo = problem.halo
      let found = halo.concentration(of: strength, galaxy, node, steps: 4)
      let speed = halo.speedPrior.residual(
        Law.virialRate * found.scale * found.concentration, isLogarithmic: true)
      let other = halo.concentrationPrior.residual(found.concentration, isLogarithmic: true)
      value += speed.value * speed.value + other.value * other.value
      // How ln c200 goes with ln r_s at the same strength.
      let level = halo.level(found.concentration).slope.atLeast(1e-3)
      let way: Lanes = (tilt - node.rise) / level
      let bySpeed: Lanes = speed.value * speed.slope * (1 + way)
      let byConcentration: Lanes = other.value * other.slope * way
      slope += 2 * (bySpeed + byConcentration)
    }
    objective = value.replacing(with: .infinity, where: .!(value .< .infinity) .| box.isEmpty)
    self.slope = slope.replacing(with: 0, where: .!(slope.magnitude .< .infinity))
    self.isOutside = isOutside
  }
}
