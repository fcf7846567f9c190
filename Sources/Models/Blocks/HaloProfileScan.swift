import Numerics

/// χ² over the scale radius as the nodes tell it, of one cell.
struct HaloNodeValues {
  /// χ² by node, infinite where there is none, its derivative by ln z, and V²_halo at the outermost
  /// point.
  private(set) var values: [Double] = []
  private(set) var slopes: [Double] = []
  private(set) var amplitudes: [Double] = []

  mutating func append(_ value: Double, slope: Double, amplitude: Double) {
    values.append(value)
    slopes.append(slope)
    amplitudes.append(amplitude)
  }

  mutating func append(_ scan: HaloScan, _ lane: Int) {
    append(scan.chiSquared[lane], slope: scan.slope[lane], amplitude: scan.amplitude[lane])
  }

  /// The minima, from small to large scale radii: nodes that are lower than those beside them, and
  /// places between two nodes that the slopes tell of.
  func minima(_ nodes: HaloNodes) -> [HaloNodeMinimum] {
    var minima: [HaloNodeMinimum] = []
    for node in values.indices where values[node] < .infinity {
      // A minimum between this node and the next one.
      let isBetween = node + 1 < values.count && slopes[node] > 0 && slopes[node + 1] < 0
      let isLow =
        (node == 0 || values[node - 1] >= values[node])
        && (node + 1 == values.count || values[node + 1] > values[node])
      guard isLow || isBetween else { continue }
      // Downhill from a node that is low, where the neighbour has the other slope.
      let other = isBetween || slopes[node] > 0 ? node + 1 : node - 1
      var minimum = HaloNodeMinimum(
        node: node, logPlace: nodes.logPlaces[node], value: values[node],
        amplitude: amplitudes[node], isExact: true)
      if values.indices.contains(other), nodes.logPlaces[other] > -1000,
        slopes[node] * slopes[other] < 0, values[other] < .infinity
      {
        minimum.move(
          slopes[node],
          (nodes.logPlaces[other], values[other], slopes[other], amplitudes[other]))
      }
      // The same place may be seen from both nodes.
      if let last = minima.last, (last.logPlace - minimum.logPlace).magnitude < 1e-9 { continue }
      minima.append(minimum)
    }
    return minima
  }
}

/// A minimum of χ² over the scale radius, as nodes tell of it.
struct HaloNodeMinimum {
  let node: Int
  /// ln z, χ² and V²_halo at the outermost point there.
  private(set) var logPlace: Double
  private(set) var value: Double
  private(set) var amplitude: Double
  /// Whether it is at the node.
  private(set) var isExact: Bool

  fileprivate init(
    node: Int, logPlace: Double, value: Double, amplitude: Double, isExact: Bool
  ) {
    (self.node, self.logPlace, self.value) = (node, logPlace, value)
    (self.amplitude, self.isExact) = (amplitude, isExact)
  }

  /// Goes to the minimum of the cubic between two nodes with slopes of opposite signs.
  fileprivate mutating func move(
    _ slope: Double,
    _ other: (logPlace: Double, value: Double, slope: Double, amplitude: Double)
  ) {
    // In the part of the way: value + s t + b t² + c t³.
    let width = other.logPlace - logPlace
    let (start, end) = (slope * width, other.slope * width)
    let rise = other.value - value
    let (bend, twist) = (3 * rise - 2 * start - end, start + end - 2 * rise)
    let root = (bend * bend - 3 * twist * start).squareRoot()
    let part = -start / (bend + root)
    guard part > 0, part < 1 else { return }
    value += part * (start + part * (bend + part * twist))
    amplitude += part * (other.amplitude - amplitude)
    logPlace += part * width
    isExact = false
  }
}
