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
  ///   - curve: The points of the galaxy.
  ///   - low: The lower bound of the scale, positive.
  ///   - high: The upper one, larger.
  ///   - shape: The shape at a radius for eight scales.
  @inline(__always)
  init(
    _ curve: [CurvePoint], from low: Double, through high: Double,
    _ shape: (_ radius: Lanes, _ scale: Lanes) -> LawShape<Lanes>
  ) {
    points = curve.count
    (self.low, self.high) = (low, high)
    start = Elementary.log(low)
    let span = Elementary.log(high) - start
    let intervals = max(4, Int((span / Self.largestStep).rounded(.up)))
    count = intervals + 1
    step = span / Double(intervals)
    var (shapes, slopes) = ([Lanes](), [Lanes]())
    var (squares, products) = ([Double](), [Double]())
    let groups = (count + Lanes.count - 1) / Lanes.count
    shapes.reserveCapacity(groups * points)
    slopes.reserveCapacity(groups * points)
    squares.reserveCapacity(count)
    products.reserveCapacity(count)
    for first in stride(from: 0, to: count, by: Lanes.count) {
      var scale = Lanes(high)
      for lane in 0..<Lanes.count where first + lane < intervals {
        scale[lane] = first + lane == 0 ? low : low * Elementary.exp(Double(first + lane) * step)
      }
      var (square, product) = (Lanes(0), Lanes(0))
      for point in curve {
        let shape = shape(Lanes(point.radius), scale)
        let (weighted, slope) = (point.weight * shape.value, scale * shape.slope)
        square += weighted * shape.value
        product += weighted * slope
        shapes.append(weighted)
        slopes.append(point.weight * slope)
      }
      for lane in 0..<Lanes.count where first + lane < count {
        squares.append(square[lane])
        products.append(product[lane])
      }
    }
    (self.shapes, self.slopes, self.squares, self.products) = (shapes, slopes, squares, products)
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
