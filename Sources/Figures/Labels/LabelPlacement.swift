/// Where names of curves stand beside them.
///
/// Each curve has places along itself, above and below; of all orders in which the curves take
/// their cheapest free place that with the smallest sum is kept. Ties keep the first.
struct LabelPlacement {
  struct Curve {
    var name: RichText
    var points: [Polyline.Point]
  }

  struct Place {
    var cost: Double
    var box: Box
    var x: Double
    var baseline: Double
  }

  let size: Double
  let frame: Box
  let blocked: [Box]
  private let names: [RichText]
  private let samples: [[Polyline.Point]]
  /// The samples from left to right.
  private let sorted: [[Polyline.Point]]

  init(_ curves: [Curve], frame: Box, blocked: [Box], size: Double) {
    (self.size, self.frame, self.blocked) = (size, frame, blocked)
    names = curves.map(\.name)
    let samples = curves.map { curve in
      Polyline.sampled(curve.points, every: 1.5).filter {
        frame.contains($0.x, $0.y, margin: 0.1)
      }
    }
    self.samples = samples
    sorted = samples.map { points in points.sorted { $0.x < $1.x } }
  }

  /// A place for each curve, or nothing where they are too many or too close for names beside them.
  func places() -> [Place]? {
    guard names.count <= 8 else { return nil }
    let candidates = names.indices.map(candidates)
    guard candidates.allSatisfy({ !$0.isEmpty }) else { return nil }
    var best: (sum: Double, places: [Place])?
    let orders = names.count <= 5 ? Self.orders(Array(names.indices)) : [Array(names.indices)]
    for order in orders {
      guard let found = taken(order, candidates) else { continue }
      if best.map({ found.sum < $0.sum - 1e-9 }) ?? true { best = found }
    }
    return best.flatMap { $0.sum > 1000 ? nil : $0.places }
  }

  private func taken(
    _ order: [Int], _ candidates: [[Place]]
  ) -> (sum: Double, places: [Place])? {
    var (sum, taken) = (0.0, [Int: Place]())
    for curve in order {
      var hasPlace = false
      for place in candidates[curve]
      where !taken.values.contains(where: { place.box.meets($0.box, across: 1, along: 0.5) }) {
        let near = taken.values.count { place.box.meets($0.box, across: 0, along: 4) }
        let extra = 6 * Double(near)
        if near > 0, place.cost + extra > candidates[curve][0].cost + 7 { continue }
        taken[curve] = place
        sum += place.cost + extra
        hasPlace = true
        break
      }
      guard hasPlace else { return nil }
    }
    return (sum, names.indices.compactMap { taken[$0] })
  }

  private static func orders(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let item = rest.remove(at: index)
      return orders(rest).map { [item] + $0 }
    }
  }

  private func candidates(_ curve: Int) -> [Place] {
    let own = samples[curve]
    guard !own.isEmpty else { return [] }
    let width = names[curve].width(size: size, isBold: false)
    var places: [Place] = []
    for step in 0..<36 {
      let part = 1 - 0.88 * Double(step) / 35
      let point = own[Swift.min(Int(part * Double(own.count - 1)), own.count - 1)]
      for isBelow in [false, true] {
        for gap in [3, 5, 7.5] {
          for anchor in [0, 0.5, 1] {
            let x = point.x - anchor * width
            let baseline = point.y + (isBelow ? gap + 0.72 * size : -gap - 0.1 * size)
            let box = Box(x, baseline - 0.72 * size, x + width, baseline + 0.22 * size)
            guard box.left >= frame.left + 2, box.right <= frame.right - 0.5,
              box.top >= frame.top + 1, box.bottom <= frame.bottom - 2
            else { continue }
            var cost = 6 * (1 - part) + (gap - 3) + (isBelow ? 3 : 0)
            cost += 0.6 * (anchor - 0.5).magnitude + self.cost(box, of: curve, at: point.y)
            places.append(Place(cost: cost, box: box, x: x, baseline: baseline))
          }
        }
      }
    }
    let order = places.indices.sorted { (places[$0].cost, $0) < (places[$1].cost, $1) }
    return order.prefix(160).map { places[$0] }
  }

  /// What a box costs by lying on curves and marks, or nearer to another curve than to its own.
  private func cost(_ box: Box, of curve: Int, at height: Double) -> Double {
    let middle = box.middle
    var cost = 0.0
    for (index, points) in sorted.enumerated() {
      let margin = index == curve ? 0.9 : 1.8
      var (hits, nearest) = (0, Double.infinity)
      for at in Self.first(in: points, from: box.left - 2)..<points.count {
        let point = points[at]
        if point.x > box.right + 2 { break }
        if box.contains(point.x, point.y, margin: margin) { hits += 1 }
        if (point.x - middle.x).magnitude < box.width / 2 + 1 {
          nearest = Swift.min(nearest, (point.y - middle.y).magnitude)
        }
      }
      cost += Double(hits) * (index == curve ? 4 : 7)
      if index != curve, nearest < (middle.y - height).magnitude + 1 { cost += 22 }
    }
    for other in blocked where box.meets(other, across: 0.8, along: 0.5) { cost += 18 }
    return cost
  }

  /// The first of the points that is not left of a place.
  private static func first(in points: [Polyline.Point], from x: Double) -> Int {
    var (low, high) = (0, points.count)
    while low < high {
      let middle = (low + high) / 2
      if points[middle].x < x { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
