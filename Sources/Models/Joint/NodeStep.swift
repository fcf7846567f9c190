import Numerics

/// One of Newton's steps on eight nodes, in the strength of the halo and all variables together.
///
/// The matrix is made of what is never negative: the second derivatives of the sums, those of the
/// masses where they add to it, and the priors.
struct NodeStep {
  private(set) var ways = [6 of Lanes](repeating: Lanes(0))
  /// The objective, and how much it falls, about.
  private(set) var value: Lanes
  private(set) var promise = Lanes(0)

  /// The lower triangle, row by row, and the right side.
  private var matrix = [21 of Lanes](repeating: Lanes(0))
  private var right = [6 of Lanes](repeating: Lanes(0))

  @inline(__always)
  private func at(_ row: Int, _ column: Int) -> Int { row * (row + 1) / 2 + column }

  @inline(__always)
  private mutating func set(_ one: Int, _ other: Int, _ value: Lanes) {
    matrix[at(max(one, other), min(one, other))] = value
  }

  @inline(__always)
  init<Law: HaloLaw>(
    _ problem: NodeProblem<Law>, _ place: [6 of Lanes], _ galaxy: NodeGalaxy, _ sums: NodeSums,
    _ limits: NodeLimits, _ box: NodeBox, _ block: NodeTable.Block
  ) {
    value = sums.chiSquared
    let strength = place[0]
    let isLow = (strength .<= limits.lower) .& (sums.slope[0] .<= 0)
    let isHeld = isLow .| ((strength .>= limits.upper) .& (sums.slope[0] .>= 0))
    let c = sums.curvature
    var (own0, own1, own2) = (c[4], c[7], c[9])
    let (m0, m1, m2) = (galaxy.masses[0], galaxy.masses[1], galaxy.masses[2])
    let (g0, g1, g2) = (sums.slope[1] * m0, sums.slope[2] * m1, sums.slope[3] * m2)
    // Masses are products of ratios, distance and inclination.
    func rise(_ component: Int, _ slope: Lanes, _ mass: Lanes, _ own: Lanes) -> Lanes {
      let i = problem.ratios[component]
      if i > 0, !problem.variables[i - 1].isLogarithmic { return Lanes(0) }
      return ((0 - slope) / mass).atLeast(0).replacing(with: 0, where: .!(mass .> 0))
    }
    own0 += rise(0, sums.slope[1], m0, own0)
    own1 += rise(1, sums.slope[2], m1, own1)
    own2 += rise(2, sums.slope[3], m2, own2)
    let ownStrength = c[0] + ((0 - sums.slope[0]) / strength).atLeast(0)
    // Rows of the masses times all of them together.
    let all0 = (own0 * m0 + c[5] * m1) + c[6] * m2
    let all1 = (c[5] * m0 + own1 * m1) + c[8] * m2
    let all2 = (c[6] * m0 + c[8] * m1) + own2 * m2
    let allStrength = (c[1] * m0 + c[2] * m1) + c[3] * m2
    let all = (all0 * m0 + all1 * m1) + all2 * m2
    let pull = (g0 + g1) + g2
    right[0] = sums.slope[0]
    matrix[0] = c[0]
    func unit(_ component: Int) -> Lanes {
      problem.variables[problem.ratios[component] - 1].isLogarithmic
        ? galaxy.masses[component] : galaxy.light
    }
    let (r0, r1, r2) = (problem.ratios[0], problem.ratios[1], problem.ratios[2])
    let u0 = r0 > 0 ? unit(0) : Lanes(0)
    let u1 = r1 > 0 ? unit(1) : Lanes(0)
    let u2 = r2 > 0 ? unit(2) : Lanes(0)
    if r0 > 0 {
      right[r0] = sums.slope[1] * u0
      set(r0, 0, c[1] * u0)
      set(r0, r0, own0 * (u0 * u0))
    }
    if r1 > 0 {
      right[r1] = sums.slope[2] * u1
      set(r1, 0, c[2] * u1)
      set(r1, r1, own1 * (u1 * u1))
      if r0 > 0 { set(r1, r0, c[5] * (u0 * u1)) }
    }
    if r2 > 0 {
      right[r2] = sums.slope[3] * u2
      set(r2, 0, c[3] * u2)
      set(r2, r2, own2 * (u2 * u2))
      if r0 > 0 { set(r2, r0, c[6] * (u0 * u2)) }
      if r1 > 0 { set(r2, r1, c[8] * (u1 * u2)) }
    }
    // Distance and inclination move all masses together, and a strength on its bound with them.
    func moveAll(_ i: Int, _ rate: Lanes, _ side: Lanes) {
      right[i] = rate * pull + side * sums.slope[0]
      set(i, 0, rate * allStrength)
      if r0 > 0 { set(i, r0, (rate * all0 + side * c[1]) * u0) }
      if r1 > 0 { set(i, r1, (rate * all1 + side * c[2]) * u1) }
      if r2 > 0 { set(i, r2, (rate * all2 + side * c[3]) * u2) }
      set(i, i, rate * (rate * all) + side * ((2 * rate) * allStrength + side * ownStrength))
    }
    let (l, i) = (problem.length, problem.inclination)
    let turn = 2 * galaxy.tilt
    let lengthSide = (limits.upperRise.replacing(with: limits.lowerRise, where: isLow) * strength)
      .replacing(with: 0, where: .!isHeld)
    let tiltSide = (turn * strength).replacing(with: 0, where: .!isHeld)
    if l > 0 { moveAll(l, Lanes(1), lengthSide) }
    if i > 0 {
      moveAll(i, turn, tiltSide)
      let square = Double.radiansPerDegree * Double.radiansPerDegree
      matrix[at(i, i)] += ((2 * pull) * (square + galaxy.tilt * galaxy.tilt)).atLeast(0)
      if l > 0 {
        let mixed = lengthSide * (turn * allStrength + tiltSide * ownStrength)
        set(i, l, (turn * all + tiltSide * allStrength) + mixed)
      }
    }
    addPriors(problem, place, galaxy, block)
    hold(problem, place, box, isHeld)
    solve(problem.count)
  }

  @inline(__always)
  private mutating func addPriors<Law: HaloLaw>(
    _ problem: NodeProblem<Law>, _ place: [6 of Lanes], _ galaxy: NodeGalaxy,
    _ block: NodeTable.Block
  ) {
    for i in 1..<max(1, problem.count) where !problem.variables[i - 1].prior.isFlat {
      let variable = problem.variables[i - 1]
      let prior = variable.prior.residual(
        problem.quantity(i - 1, place, galaxy), isLogarithmic: variable.isLogarithmic)
      value += prior.value * prior.value
      right[i] -= prior.value * prior.slope
      matrix[at(i, i)] += prior.slope * prior.slope
      if case .normal = variable.prior, variable.isLogarithmic {
        matrix[at(i, i)] += (prior.value * prior.slope).atLeast(0)
      }
    }
    if problem.halo.hasPrior { addHaloPriors(problem, place, galaxy, block) }
  }

  /// The priors of v200 and c200, which follow from strength, scale and distance.
  @inline(never)
  private mutating func addHaloPriors<Law: HaloLaw>(
    _ problem: NodeProblem<Law>, _ place: [6 of Lanes], _ galaxy: NodeGalaxy,
    _ block: NodeTable.Block
  ) {
    let halo = problem.halo
    let found = halo.concentration(of: place[0], galaxy, block, steps: 4)
    let rise = 1 / halo.level(found.concentration).slope.atLeast(1e-3)
    for (prior, isSpeed) in [(halo.speedPrior, true), (halo.concentrationPrior, false)]
    where !prior.isFlat {
      let quantity =
        isSpeed ? Law.virialRate * found.scale * found.concentration : found.concentration
      let residual = prior.residual(quantity, isLogarithmic: true)
      value += residual.value * residual.value
      var slopes = [6 of Lanes](repeating: Lanes(0))
      slopes[0] = residual.slope * rise / place[0]
      if problem.length > 0 {
        slopes[problem.length] = residual.slope * ((isSpeed ? 1 : 0) - 2 * rise)
      }
      if problem.inclination > 0 {
        slopes[problem.inclination] = residual.slope * (-2 * galaxy.tilt) * rise
      }
      for i in 0..<problem.count {
        right[i] -= residual.value * slopes[i]
        for j in 0...i { matrix[at(i, j)] += slopes[i] * slopes[j] }
      }
    }
  }

  /// Holds what is on a bound and would leave it.
  @inline(__always)
  private mutating func hold<Law: HaloLaw>(
    _ problem: NodeProblem<Law>, _ place: [6 of Lanes], _ box: NodeBox,
    _ isHeld: Lanes.Mask
  ) {
    for i in 0..<problem.count {
      let stays = i == 0 ? isHeld : box.isHeld(place[i], i, right[i])
      guard stays.isAnywhere else { continue }
      right[i] = right[i].replacing(with: 0, where: stays)
      for j in 0..<problem.count {
        let k = at(max(i, j), min(i, j))
        matrix[k] = matrix[k].replacing(with: i == j ? 1 : 0, where: stays)
      }
    }
  }

  /// Solves by Cholesky's way; a variable that the others leave nothing of stays where it is.
  @inline(__always)
  private mutating func solve(_ size: Int) {
    for i in 0..<size { ways[i] = right[i] }
    for i in 0..<size {
      for j in 0..<i {
        var sum = matrix[at(i, j)]
        for k in 0..<j { sum -= matrix[at(i, k)] * matrix[at(j, k)] }
        // The diagonal holds its inverse.
        matrix[at(i, j)] = sum * matrix[at(j, j)]
        ways[i] -= matrix[at(i, j)] * ways[j]
      }
      let whole = matrix[at(i, i)] * (1 + 1e-6)
      var pivot = whole
      for k in 0..<i { pivot -= matrix[at(i, k)] * matrix[at(i, k)] }
      pivot = whole.replacing(with: pivot, where: pivot .> 1e-9 * whole)
      matrix[at(i, i)] = (1 / pivot.squareRoot()).replacing(with: 0, where: .!(pivot .> 0))
      ways[i] *= matrix[at(i, i)]
    }
    var i = size - 1
    while i >= 0 {
      var j = i + 1
      while j < size {
        ways[i] -= matrix[at(j, i)] * ways[j]
        j += 1
      }
      ways[i] *= matrix[at(i, i)]
      i -= 1
    }
    for i in 0..<size { promise += right[i] * ways[i] }
  }
}
