import Numerics

extension SeparableLaw {
  /// The kernel of a law without a scale: the best amplitude has a closed form.
  static func amplitudeKernel(for galaxy: CellGalaxy) -> BlockKernel {
    let points = galaxy.subject.points
    let facts = galaxy.subject.facts
    var square = 0.0
    let weighted = points.map { point in
      let shape = shape(at: point.radius, scale: 1, in: facts)
      square += point.weight * shape.value * shape.value
      return point.weight * shape.value
    }
    return { [weighted, square] block in
      var product = Lanes(0)
      for i in 0..<block.points {
        product += weighted[i] * (points[i].observed - block.baryonSpeed[i])
      }
      let free = square > 0 ? product / square : Lanes(0)
      var parameters = block.lower
      parameters[0] = free.clamped(from: block.lower[0], through: block.upper[0])
      return BlockOptimum(parameters, isProven: Lanes.Mask(true))
    }
  }
}
