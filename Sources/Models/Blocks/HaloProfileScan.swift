import Numerics

/// χ² over the scale radius as the nodes tell it, of one cell.
struct HaloNodeValues {
  /// What is known at a node.
  private struct Node {
    /// χ², infinite where there is none, its derivative by ln z, and V²_halo at the outermost
    /// point.
    let value: Double
    let slope: Double
    let amplitude: Double
  }

  private var values: [Node] = []

  /// No values yet, and room for some.
  init(capacity: Int) {
    values.reserveCapacity(capacity)
  }

  /// The values of one cell of a scan over all nodes.
  init(_ scans: [HaloScan], of cell: Int) {
    self.init(capacity: scans.count)
    for scan in scans { append(scan, cell) }
  }

  mutating func append(_ value: Double, slope: Double, amplitude: Double) {
    values.append(Node(value: value, slope: slope, amplitude: amplitude))
  }

  mutating func append(_ scan: HaloScan, _ lane: Int) {
    append(scan.chiSquared[lane], slope: scan.slope[lane], amplitude: scan.amplitude[lane])
  }

  /// The minima, from small to large scale radii: nodes that are lower than those beside them, and
  /// places between two nodes that the slopes tell of.
  func minima(_ nodes: HaloNodes) -> [HaloNodeMinimum] {
    var minima: [HaloNodeMinimum] = []
    for node in values.indices where values[node].value < .infinity {
      let (value, slope) = (values[node].value, values[node].slope)
      // A minimum between this node and the next one.
      let isBetween = node + 1 < values.count && slope > 0 && values[node + 1].slope < 0
      let isLow =
        (node == 0 || values[node - 1].value >= value)
        && (node + 1 == values.count || values[node + 1].value > value)
      guard isLow || isBetween else { continue }
      // Downhill from a node that is low, where the neighbour has the other slope.
      let other = isBetween || slope > 0 ? node + 1 : node - 1
      var minimum = HaloNodeMinimum(
        node: node, logPlace: nodes.logPlaces[node], value: value,
        amplitude: values[node].amplitude, isExact: true)
      if values.indices.contains(other), nodes.logPlaces[other] > -1000,
        slope * values[other].slope < 0, values[other].value < .infinity
      {
        let beside = values[other]
        minimum.move(
          slope, (nodes.logPlaces[other], beside.value, beside.slope, beside.amplitude))
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
