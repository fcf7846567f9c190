/// Lines on the paper.
package enum Polyline {
  package typealias Point = (x: Double, y: Double)

  /// Leaves out points that move a line by less than a tolerance (Douglas & Peucker 1973).
  package static func thinned(_ points: [Point], tolerance: Double) -> [Point] {
    guard points.count > 2 else { return points }
    var isKept = [Bool](repeating: false, count: points.count)
    (isKept[0], isKept[points.count - 1]) = (true, true)
    var open = [(0, points.count - 1)]
    while let (from, to) = open.popLast() {
      guard to - from > 1 else { continue }
      let (far, index) = farthest(points, from, to)
      guard far > tolerance else { continue }
      isKept[index] = true
      open.append((from, index))
      open.append((index, to))
    }
    return zip(points, isKept).filter(\.1).map(\.0)
  }

  private static func farthest(_ points: [Point], _ from: Int, _ to: Int) -> (Double, Int) {
    let (a, b) = (points[from], points[to])
    let (stepX, stepY) = (b.x - a.x, b.y - a.y)
    let length = (stepX * stepX + stepY * stepY).squareRoot()
    var best = (far: -1.0, index: from + 1)
    for index in (from + 1)..<to {
      let (x, y) = (points[index].x - a.x, points[index].y - a.y)
      let far =
        length > 0 ? (stepX * y - stepY * x).magnitude / length : (x * x + y * y).squareRoot()
      if far > best.far { best = (far, index) }
    }
    return (best.far, best.index)
  }

  /// Points along a line, about so far from each other.
  static func sampled(_ points: [Point], every step: Double) -> [Point] {
    var samples: [Point] = []
    for (a, b) in zip(points, points.dropFirst()) {
      let (stepX, stepY) = (b.x - a.x, b.y - a.y)
      let length = (stepX * stepX + stepY * stepY).squareRoot()
      let count = Swift.max(1, Int(Swift.min(length / step, 5000)))
      for index in 0..<count {
        let part = Double(index) / Double(count)
        samples.append((a.x + stepX * part, a.y + stepY * part))
      }
    }
    return samples + points.suffix(1)
  }
}
