import Numerics

extension HaloLaw {
  package static func kernel(for galaxy: CellGalaxy) -> BlockKernel? {
    virialKernel(for: galaxy)
  }

  /// The kernel for v200 and c200, both or one of them.
  static func virialKernel(for galaxy: CellGalaxy) -> BlockKernel? {
    guard galaxy.isFree(0) || galaxy.isFree(1), !(hasShape && galaxy.isFree(2)),
      let curve = HaloCurve(galaxy.subject.points, massPower: massPower)
    else { return nil }
    let (lower, upper) = (galaxy.bounds.lower, galaxy.bounds.upper)
    let shared = HaloCells<Self>(curve, lower, upper)
    return { block in
      var parameters = block.lower
      if let shared, block.isEverywhere(lower, upper) {
        let best = shared.optimum(of: block.baryonSquare, count: block.count)
        (parameters[0], parameters[1]) = best
        return BlockOptimum(parameters)
      }
      // Cells that fix something else go one by one.
      for cell in 0..<block.count {
        let own = HaloCells<Self>(curve, block.lower.of(cell), block.upper.of(cell))
        let best = own?.optimum(of: block.baryonSquare.map { $0[cell] })
        // Without a halo its scale does not matter.
        parameters[0][cell] = best?.speed ?? block.lower[0][cell]
        parameters[1][cell] = best?.concentration ?? .nan
      }
      return BlockOptimum(parameters)
    }
  }
}

extension EinastoHalo {
  package static func kernel(for galaxy: CellGalaxy) -> BlockKernel? {
    guard galaxy.isFree(2) else { return virialKernel(for: galaxy) }
    let (lower, upper) = (galaxy.bounds.lower, galaxy.bounds.upper)
    guard lower[2] > smallestShape,
      let curve = HaloCurve(galaxy.subject.points, massPower: massPower)
    else { return nil }
    let shared = EinastoGrid(curve, lower, upper)
    return { block in
      var parameters = block.lower
      if let shared, block.isEverywhere(lower, upper) {
        let best = shared.optimum(of: block.baryonSquare, count: block.count)
        for position in 0..<3 { parameters[position] = best[position] }
        return BlockOptimum(parameters)
      }
      // Cells that fix something else go one by one.
      for cell in 0..<block.count {
        let own = EinastoGrid(curve, block.lower.of(cell), block.upper.of(cell))
        let best = own?.optimum(of: block.baryonSquare.map { $0[cell] })
        // Without a halo its scale does not matter.
        let none = [block.lower[0][cell], .nan, .nan]
        for position in 0..<3 { parameters[position][cell] = (best ?? none)[position] }
      }
      return BlockOptimum(parameters)
    }
  }
}

extension EinastoGrid {
  /// - Returns: Nil where the bounds leave no halo.
  fileprivate init?(_ curve: HaloCurve, _ lower: ParameterVector, _ upper: ParameterVector) {
    let range = HaloRange(
      speed: (lower[0], upper[0]), concentration: (lower[1], upper[1]), outer: curve.outer,
      rate: EinastoHalo.virialRate)
    guard let range else { return nil }
    self.init(curve, range, shapes: (lower[2], upper[2]))
  }
}

extension HaloCells {
  /// - Returns: Nil where the bounds leave no halo.
  fileprivate init?(_ curve: HaloCurve, _ lower: ParameterVector, _ upper: ParameterVector) {
    let range = HaloRange(
      speed: (lower[0], upper[0]), concentration: (lower[1], upper[1]), outer: curve.outer,
      rate: Law.virialRate)
    guard let range else { return nil }
    self.init(curve, range, shape: lower[2])
  }
}

extension CellBlock {
  /// Whether the bounds of all cells are the same.
  fileprivate func isEverywhere(_ lower: ParameterVector, _ upper: ParameterVector) -> Bool {
    (0..<3).allSatisfy { position in
      (self.lower[position] .== lower[position]).isEverywhere
        && (self.upper[position] .== upper[position]).isEverywhere
    }
  }
}

extension ParameterValues<Lanes> {
  /// The parameters of one cell.
  fileprivate func of(_ cell: Int) -> ParameterVector {
    var own = ParameterVector()
    for position in 0..<ParameterVector.capacity { own[position] = self[position][cell] }
    return own
  }
}
