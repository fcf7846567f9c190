import Numerics

/// The shapes of a separable law on a grid of scales for one galaxy, which no cell has a part in.
///
/// The nodes are evenly spaced in u = ln s; the first and the last are the bounds.
final class ScaleTable: Sendable {
  /// The largest distance of nodes: shapes change over one e-folding or more.
  static let largestStep = 0.2

  let points: Int
  /// How many nodes there are.
  let count: Int
  /// The bounds of the scale, and the logarithm of the lower one.
  let low: Double
  let high: Double
  let start: Double
  /// The distance of nodes in u.
  let step: Double
  /// w f and w ∂f/∂u with eight nodes side by side; shape `[count / 8, points]`.
  let shapes: [Lanes]
  let slopes: [Lanes]
  /// Σ w f² and Σ w f ∂f/∂u; shape `[count]`.
  let squares: [Double]
  let products: [Double]

  /// - Parameters:
  ///   - law: The law.
  ///   - subject: The galaxy.
  ///   - low: The lower bound of the scale, positive.
  ///   - high: The upper one, larger.
  init<Law: SeparableLaw>(
    _ law: Law.Type, _ subject: FitSubject, from low: Double, through high: Double
  ) {
    let points = subject.points.count
    let facts = GalaxyFacts<Lanes>(subject.facts)
    self.points = points
    (self.low, self.high) = (low, high)
    start = Elementary.log(low)
    let span = Elementary.log(high) - start
    let intervals = max(4, Int((span / Self.largestStep).rounded(.up)))
    let (count, step) = (intervals + 1, span / Double(intervals))
    (self.count, self.step) = (count, step)
    var (slopes, squares, products) = ([Lanes](), [Double](), [Double]())
    squares.reserveCapacity(count)
    products.reserveCapacity(count)
    let groups = (count + Lanes.count - 1) / Lanes.count
    shapes = [Lanes](unsafeUninitializedCapacity: groups * points) { shapes, shapeCount in
      slopes = [Lanes](unsafeUninitializedCapacity: groups * points) { slopes, slopeCount in
        for first in stride(from: 0, to: count, by: Lanes.count) {
          let nodes = Double(first) + Lanes(0, 1, 2, 3, 4, 5, 6, 7)
          // The ends are met exactly.
          let scale = (low * Elementary.exp(nodes * step))
            .replacing(with: low, where: nodes .== 0)
            .replacing(with: high, where: nodes .>= Double(intervals))
          let place = first / Lanes.count * points
          if first == intervals {
            // The last node stands alone: what one number tells is cheaper than eight.
            let sums = Self.sums(law, subject.points, at: high, in: subject.facts) {
              shapes.initializeElement(at: place + $0, to: Lanes($1))
              slopes.initializeElement(at: place + $0, to: Lanes($2))
            }
            squares.append(sums.square)
            products.append(sums.product)
          } else {
            let sums = Self.sums(law, subject.points, at: scale, in: facts) {
              shapes.initializeElement(at: place + $0, to: $1)
              slopes.initializeElement(at: place + $0, to: $2)
            }
            for lane in 0..<min(Lanes.count, count - first) {
              squares.append(sums.square[lane])
              products.append(sums.product[lane])
            }
          }
        }
        slopeCount = groups * points
      }
      shapeCount = groups * points
    }
    (self.slopes, self.squares, self.products) = (slopes, squares, products)
  }

  /// Works out the shapes at some nodes.
  ///
  /// - Parameters:
  ///   - law: The law.
  ///   - points: The points of the galaxy.
  ///   - scale: The scale of the node, or of eight.
  ///   - galaxy: What is known of the galaxy.
  ///   - take: Receives w f and w ∂f/∂u of each point.
  /// - Returns: Σ w f² and Σ w f ∂f/∂u.
  @inline(__always)
  private static func sums<Law: SeparableLaw, Value: LaneValue>(
    _ law: Law.Type, _ points: [CurvePoint], at scale: Value, in galaxy: GalaxyFacts<Value>,
    _ take: (Int, Value, Value) -> Void
  ) -> (square: Value, product: Value) {
    var (square, product) = (Value(0), Value(0))
    for i in points.indices {
      let weight = points[i].weight
      let shape = Law.shape(at: Value(points[i].radius), scale: scale, in: galaxy)
      let (weighted, slope) = (weight * shape.value, scale * shape.slope)
      square += weighted * shape.value
      product += weighted * slope
      take(i, weighted, weight * slope)
    }
    return (square, product)
  }

  /// The coordinate of a node.
  func coordinate(_ node: Int) -> Double { start + Double(node) * step }

  /// Σ w f |e| at every node, a lane for each cell, for what bends by no more.
  func measure(
    _ excess: UnsafeBufferPointer<Lanes>, into sizes: UnsafeMutableBufferPointer<Lanes>
  ) {
    shapes.withUnsafeBytes { shapes in
      let shapes = shapes.bindMemory(to: Double.self)
      for node in 0..<count {
        let (group, lane) = (node / Lanes.count, node % Lanes.count)
        var place = group * points * Lanes.count + lane
        var size = Lanes(0)
        for i in 0..<points {
          size += shapes[place] * excess[i].magnitude
          place += Lanes.count
        }
        sizes[node] = size
      }
    }
  }

  /// Σ w f e and Σ w ∂f/∂u e at every node, a lane for each cell.
  ///
  /// - Parameters:
  ///   - excess: What the term has to add in each cell; shape `[points]`.
  ///   - cells: How many cells there are. For one alone nodes are the lanes: the same sums in the
  ///     same order, spread over all lanes afterwards.
  ///   - values: Room for the first; shape `[count]`.
  ///   - derivatives: Room for the second; shape `[count]`.
  func project(
    _ excess: UnsafeBufferPointer<Lanes>, cells: Int,
    into values: UnsafeMutableBufferPointer<Lanes>,
    _ derivatives: UnsafeMutableBufferPointer<Lanes>
  ) {
    let points = points
    if cells == 1 {
      for group in 0..<(shapes.count / max(points, 1)) {
        var (value, slope) = (Lanes(0), Lanes(0))
        for i in 0..<points {
          let own = excess[i][0]
          value += shapes[group * points + i] * own
          slope += slopes[group * points + i] * own
        }
        for lane in 0..<min(Lanes.count, count - group * Lanes.count) {
          values[group * Lanes.count + lane] = Lanes(value[lane])
          derivatives[group * Lanes.count + lane] = Lanes(slope[lane])
        }
      }
      return
    }
    shapes.withUnsafeBytes { shapes in
      slopes.withUnsafeBytes { slopes in
        let shapes = shapes.bindMemory(to: Double.self)
        let slopes = slopes.bindMemory(to: Double.self)
        for node in 0..<count {
          let (group, lane) = (node / Lanes.count, node % Lanes.count)
          var place = group * points * Lanes.count + lane
          var (value, slope) = (Lanes(0), Lanes(0))
          for i in 0..<points {
            value += shapes[place] * excess[i]
            slope += slopes[place] * excess[i]
            place += Lanes.count
          }
          values[node] = value
          derivatives[node] = slope
        }
      }
    }
  }
}
