import Numerics

/// The search for v200 and c200 in the cells of one galaxy whose bounds are the same.
///
/// For each scale radius the best amplitude is found, which is one convex problem; what is left is
/// a function of the scale radius. Its minima over the nodes are polished to their ends.
struct HaloCells<Law: HaloLaw>: Sendable {
  let curve: HaloCurve
  let range: HaloRange
  let nodes: HaloNodes
  let shape: Double

  /// - Parameters:
  ///   - curve: The curve.
  ///   - range: The bounds.
  ///   - shape: The shape parameter, if the halo has one.
  init(_ curve: HaloCurve, _ range: HaloRange, shape: Double) {
    (self.curve, self.range, self.shape) = (curve, range, shape)
    let knots = Law.hasShape ? HaloKnots(Law.self, shape: shape) : .shared(Law.self)
    nodes = HaloNodes(
      curve, range, knots, massPower: Law.massPower,
      steepness: Law.hasShape ? max(shape, 0.01) : 1)
  }

  /// Where the bounds turn.
  private var turns: (lower: Double, upper: Double) { (range.lowerTurn, range.upperTurn) }

  /// The best v200 and c200 of up to eight cells.
  ///
  /// - Parameters:
  ///   - baryons: V²_bary at the points by cell, km²/s²; shape `[n]`.
  ///   - count: How many cells there are.
  /// - Returns: V₂₀₀, km/s, and C₂₀₀ by cell.
  func optimum(of baryons: [Lanes], count: Int) -> (speed: Lanes, concentration: Lanes) {
    var speed = Lanes(0)
    var concentration = Lanes(0)
    let isOutward = baryons.reduce(into: Lanes(0)) { $0 = $0.replacing(with: 1, where: $1 .< 0) }
    let together = (0..<count).filter { isOutward[$0] == 0 }
    if together.count > 1 {
      (speed, concentration) = inward(baryons, together)
    }
    for cell in 0..<count where together.count < 2 || isOutward[cell] != 0 {
      (speed[cell], concentration[cell]) = optimum(of: baryons.map { $0[cell] })
    }
    return (speed, concentration)
  }

  /// The best v200 and c200 of one cell: the bits that it has among others.
  func optimum(of baryons: [Double]) -> (speed: Double, concentration: Double) {
    baryons.contains { $0 < 0 } ? pieces(baryons) : inward(baryons)
  }

  /// Several cells whose baryons pull inward everywhere, cells side by side.
  private func inward(
    _ baryons: [Lanes], _ cells: [Int]
  ) -> (speed: Lanes, concentration: Lanes) {
    var tasks = [[HaloTask]](repeating: [], count: 8)
    let scans = nodes.scan(curve, baryons)
    for cell in cells {
      tasks[cell] = nodes.tasks(HaloNodeValues(scans, of: cell).minima(nodes), turns: turns)
    }
    let best = search(
      curve, baryons, &tasks,
      pack: { number in
        var lanes = Lanes(0)
        for lane in 0..<8 { lanes[lane] = number(lane) }
        return lanes
      },
      lane: { $0[$1] })
    return virial(best)
  }

  /// One cell whose baryons pull inward everywhere, nodes side by side.
  private func inward(_ baryons: [Double]) -> (speed: Double, concentration: Double) {
    var tasks = [nodes.tasks(nodes.scan(curve, baryons).minima(nodes), turns: turns)]
    let best = search(curve, baryons, &tasks, pack: { $0(0) }, lane: { number, _ in number })
    return virial(best)
  }

  /// v200 and c200 of a minimum.
  func virial<Value: LaneValue>(
    _ best: HaloBest<Law, Value>
  ) -> (speed: Value, concentration: Value) {
    let shape = Value(shape)
    let smallest = HaloCoordinate(Law.self, shape, range).smallest
    return best.virial(in: range, shape: shape, isCentral: best.place .<= smallest)
  }

  /// Follows searches to their ends, the first of every cell side by side, then the second.
  ///
  /// - Parameters:
  ///   - curve: The curve; points of weight zero do not count.
  ///   - baryons: V²_bary at the points; shape `[n]`.
  ///   - tasks: The searches by cell; those that go on beyond their bracket are added.
  ///   - pack: Cells side by side.
  ///   - lane: One of them.
  /// - Returns: The best place of each cell.
  func search<Value: LaneValue>(
    _ curve: HaloCurve, _ baryons: [Value], _ tasks: inout [[HaloTask]],
    pack: ((Int) -> Double) -> Value, lane: (Value, Int) -> Double
  ) -> HaloBest<Law, Value> {
    let n = curve.count
    return withUnsafeTemporaryAllocation(of: Value.self, capacity: 4 * n) { room in
      room.initialize(repeating: Value(0))
      func part(_ place: Int) -> UnsafeMutableBufferPointer<Value> {
        UnsafeMutableBufferPointer(rebasing: room[(place * n)..<((place + 1) * n)])
      }
      let shapes = HaloShapes(
        curve: curve, baryons: part(0), share: part(1), slope: part(2), bend: part(3))
      var alone = Value(0)
      for i in 0..<n {
        shapes.baryons[i] = baryons[i]
        let residual = curve.observed[i] - baryons[i].atLeast(0).squareRoot()
        alone += curve.weight[i] * residual * residual
      }
      var best = HaloBest<Law, Value>(drop: alone)
      var turn = 0
      while let some = tasks.first(where: { turn < $0.count }) {
        let filler = some[turn]
        let own = tasks.map { turn < $0.count ? $0[turn] : filler }
        let active = pack { turn < tasks[$0].count ? 1.0 : 0.0 } .> 0
        let minimum = HaloPolish(
          Law.self, shapes, range, from: pack { own[$0].start }, pack { own[$0].amplitude },
          between: (pack { own[$0].lower }, pack { own[$0].upper }), shape: Value(shape),
          where: active)
        best.take(minimum, where: active)
        for cell in tasks.indices where turn < tasks[cell].count {
          let (place, amplitude) = (
            lane(minimum.place, cell), lane(minimum.amplitude, cell)
          )
          if let next = nodes.task(after: own[cell], at: place, amplitude) {
            tasks[cell].append(next)
          }
        }
        turn += 1
      }
      return best
    }
  }
}
