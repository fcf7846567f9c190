import Numerics

/// Half the slopes downhill and second derivatives of χ² on eight nodes, by the strength of the
/// halo and the masses of gas, disk and bulge.
struct NodeSums {
  var slope: [4 of Lanes]
  var chiSquared: Lanes
  /// Row by row from the diagonal on: 00 01 02 03 11 12 13 22 23 33.
  var curvature: [10 of Lanes]

  /// Works out the sums; a total that is negative has no speed and no slope.
  @inline(__always)
  init(
    _ points: NodePoints, _ weights: [Double], _ shapes: ArraySlice<Lanes>, _ strength: Lanes,
    _ masses: [3 of Lanes]
  ) {
    if points.hasBulge {
      self.init(points, weights, shapes, strength, masses, hasBulge: true)
    } else {
      self.init(points, weights, shapes, strength, masses, hasBulge: false)
    }
  }

  @inline(__always)
  private init(
    _ points: NodePoints, _ weights: [Double], _ shapes: ArraySlice<Lanes>, _ strength: Lanes,
    _ masses: [3 of Lanes], hasBulge: Bool
  ) {
    let zero = Lanes(0)
    var sum = zero
    var (s0, s1, s2, s3) = (zero, zero, zero, zero)
    var (c00, c01, c02, c03) = (zero, zero, zero, zero)
    var (c11, c12, c13, c22, c23, c33) = (zero, zero, zero, zero, zero, zero)
    let (onGas, onDisk, onBulge) = (masses[0], masses[1], masses[2])
    let first = shapes.startIndex
    for i in 0..<points.all.count {
      let point = points.all[i]
      let shape = shapes[first + i]
      var square = strength * shape + (onGas * point.gas + onDisk * point.disk)
      if hasBulge { square += onBulge * point.bulge }
      var inverse = 1 / square.squareRoot()
      var half = Lanes(0.5 * weights[i])
      if points.canBeStill[i] {
        let isStill = square .<= 0
        inverse = inverse.replacing(with: 0, where: isStill)
        half = half.replacing(with: 0, where: isStill)
        square = square.replacing(with: 0, where: isStill)
      }
      let residual = point.observed - square * inverse
      sum += points.all[i].weight * (residual * residual)
      let pull = (0.5 * (weights[i] * point.observed)) * inverse
      let slope = pull - half
      let curve = (0.5 * pull) * (inverse * inverse)
      s0 += slope * shape
      s1 += slope * point.gas
      s2 += slope * point.disk
      let byShape = curve * shape
      c00 += byShape * shape
      c01 += byShape * point.gas
      c02 += byShape * point.disk
      c11 += curve * (point.gas * point.gas)
      c12 += curve * (point.gas * point.disk)
      c22 += curve * (point.disk * point.disk)
      if hasBulge {
        s3 += slope * point.bulge
        c03 += byShape * point.bulge
        c13 += curve * (point.gas * point.bulge)
        c23 += curve * (point.disk * point.bulge)
        c33 += curve * (point.bulge * point.bulge)
      }
    }
    chiSquared = sum
    slope = [s0, s1, s2, s3]
    curvature = [c00, c01, c02, c03, c11, c12, c13, c22, c23, c33]
  }
}
