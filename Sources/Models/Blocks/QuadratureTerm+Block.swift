import Numerics

extension QuadratureTerm {
  package static func kernel(for galaxy: CellGalaxy) -> BlockKernel? {
    guard galaxy.isFree(0) else { return { BlockOptimum($0.lower, isProven: Lanes.Mask(true)) } }
    let (low, high) = (galaxy.bounds.lower[0], galaxy.bounds.upper[0])
    return { block in
      var parameters = block.lower
      parameters[0] = optimum(of: block, from: low, through: high)
      // Every piece is convex, and the minimum of each is known.
      return BlockOptimum(parameters, isProven: Lanes.Mask(true))
    }
  }

  /// The best ω of every cell: the best of the minima of all pieces, as for a single fit.
  private static func optimum(
    of block: CellBlock, from low: Double, through high: Double
  ) -> Lanes {
    let kinks = block.kinks(from: low, through: high)
    var best = QuadraturePiece(block, from: Lanes(low), through: kinks.first ?? Lanes(high)).minimum
    guard !kinks.isEmpty else { return best }
    var least = chiSquared(block, best)
    for (place, start) in kinks.enumerated() {
      let end = place + 1 < kinks.count ? kinks[place + 1] : Lanes(high)
      let other = QuadraturePiece(block, from: start, through: end).minimum
      let value = chiSquared(block, other)
      // A cell that has fewer such places has its upper bound there, and no piece beyond.
      let isBetter = (value .< least) .& (start .< high)
      best = best.replacing(with: other, where: isBetter)
      least = least.replacing(with: value, where: isBetter)
    }
    return best
  }

  private static func chiSquared(_ block: CellBlock, _ omega: Lanes) -> Lanes {
    var sum = Lanes(0)
    for i in 0..<block.points {
      let point = block.subject.points[i]
      let added = omega * point.radius
      let speed = (block.baryonSquare[i] + added * added).atLeast(0).squareRoot()
      let missing = point.observed - speed
      sum += point.weight * missing * missing
    }
    return sum
  }
}

extension CellBlock {
  /// The ω within bounds at which the total of some point passes zero, sorted in each lane; a lane
  /// that has fewer than another has the upper bound in their place.
  fileprivate func kinks(from low: Double, through high: Double) -> [Lanes] {
    var kinks: [Lanes] = []
    for lane in 0..<Lanes.count {
      var own: [Double] = []
      for i in 0..<points where baryonSquare[i][lane] < 0 {
        let place = (-baryonSquare[i][lane]).squareRoot() / subject.points[i].radius
        if low < place, place < high { own.append(place) }
      }
      for (place, kink) in own.sorted().enumerated() {
        if place == kinks.count { kinks.append(Lanes(high)) }
        kinks[place][lane] = kink
      }
    }
    return kinks
  }
}
