import Numerics

extension SeparableLaw {
  /// Goes through all intervals with the proofs for amplitudes of either sign.
  static func prove(
    _ block: CellBlock, _ excess: UnsafeBufferPointer<Lanes>, _ table: ScaleTable,
    _ limits: ShapeLimits, _ plus: inout ScaleProof, _ minus: inout ScaleProof,
    _ tabulated: (Int) -> ScaleNode
  ) {
    let hasPlus = (block.upper[0] .>= 0).isAnywhere
    let hasMinus = (block.lower[0] .< 0).isAnywhere
    func node(_ place: Double) -> ScaleNode { self.node(place, block, excess) }
    var left = tabulated(0)
    for next in 1..<table.count {
      let right = tabulated(next)
      let least = ScaleProof.leastSquare(left, right, limits)
      if hasPlus { plus.close(left, right, leastSquare: least, node) }
      if hasMinus {
        minus.close(left.mirrored, right.mirrored, leastSquare: least) { node($0).mirrored }
      }
      left = right
    }
  }

  /// The sums at one scale.
  private static func node(
    _ place: Double, _ block: CellBlock, _ excess: UnsafeBufferPointer<Lanes>
  ) -> ScaleNode {
    let scale = Elementary.exp(place)
    var (product, slope, size) = (Lanes(0), Lanes(0), Lanes(0))
    var (square, squareSlope) = (0.0, 0.0)
    for i in 0..<block.points {
      let point = block.subject.points[i]
      let shape = shape(at: point.radius, scale: scale, in: block.subject.facts)
      let (weighted, bySlope) = (point.weight * shape.value, scale * shape.slope)
      product += weighted * excess[i]
      slope += (point.weight * bySlope) * excess[i]
      size += weighted * excess[i].magnitude
      square += weighted * shape.value
      squareSlope += weighted * bySlope
    }
    return ScaleNode(
      place: place, product: product, slope: slope, size: size, square: square,
      squareSlope: squareSlope)
  }
}
