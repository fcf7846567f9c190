import Numerics

/// The search for v200, c200 and α of Einasto halos in the cells of one galaxy.
///
/// For each place and shape the best amplitude is found, which is one convex problem; what is left
/// is a function of ln z and ln α. The best minima over the nodes are polished to their ends, cell
/// by cell: they need so different numbers of steps that side by side they would take longer.
struct EinastoGrid: Sendable {
  let curve: HaloCurve
  let range: HaloRange
  /// α by row, growing, and the nodes.
  let rows: [(shape: Double, nodes: HaloNodes)]

  /// How many minima over the rows are polished at most, the best first.
  private static let starts = 6

  /// The part of χ² by which a minimum may be lower than it looks from the nodes, at least.
  static let tolerance = 0.008

  /// The shapes at which a search looks first: over the bounds of the card, each a constant factor
  /// above the one before.
  private static let rungs = (0...10).map { rung in
    let shape = 0.05 * Elementary.exp(Double(rung) / 10 * Elementary.log(100))
    return (shape: shape, knots: HaloKnots(EinastoHalo.self, shape: shape))
  }

  /// - Parameters:
  ///   - curve: The curve.
  ///   - range: The bounds of v200 and c200.
  ///   - shapes: The bounds of α, not the same.
  init(_ curve: HaloCurve, _ range: HaloRange, shapes: (lower: Double, upper: Double)) {
    (self.curve, self.range) = (curve, range)
    // A rung beside a bound says nothing more.
    let inside = Self.rungs.filter {
      shapes.lower * 1.1 < $0.shape && $0.shape * 1.1 < shapes.upper
    }
    func end(_ shape: Double) -> (shape: Double, knots: HaloKnots) {
      Self.rungs.first { $0.shape == shape }
        ?? (shape, HaloKnots(EinastoHalo.self, shape: shape))
    }
    rows = ([end(shapes.lower)] + inside + [end(shapes.upper)]).map { shape, knots in
      let nodes = HaloNodes(
        curve, range, knots, massPower: EinastoHalo.massPower, steepness: shape)
      return (shape, nodes)
    }
  }

  /// The bounds of ln α.
  private var shapes: (lower: Double, upper: Double) {
    (Elementary.log(rows[0].shape), Elementary.log(rows[rows.count - 1].shape))
  }

  /// The best parameters of up to eight cells.
  ///
  /// - Parameters:
  ///   - baryons: V²_bary at the points by cell, km²/s²; shape `[n]`.
  ///   - count: How many cells there are.
  /// - Returns: The parameters by cell; shape `[3]`.
  func optimum(of baryons: [Lanes], count: Int) -> [Lanes] {
    var best = [Lanes](repeating: Lanes(0), count: 3)
    let scans = count > 1 ? rows.map { $0.nodes.scan(curve, baryons) } : []
    for cell in 0..<count {
      let own = baryons.map { $0[cell] }
      let found =
        scans.isEmpty || own.contains { $0 < 0 }
        ? optimum(of: own)
        : inward(own, scans.map { HaloNodeValues($0, of: cell) })
      for position in 0..<3 { best[position][cell] = found[position] }
    }
    return best
  }

  /// The best parameters of one cell: the bits that it has among others.
  func optimum(of baryons: [Double]) -> [Double] {
    baryons.contains { $0 < 0 }
      ? pieces(baryons) : inward(baryons, rows.map { $0.nodes.scan(curve, baryons) })
  }

  /// One cell whose baryons pull inward everywhere.
  ///
  /// - Parameters:
  ///   - baryons: V²_bary at the points; shape `[n]`.
  ///   - values: χ² at the nodes; shape `[rows]`.
  /// - Returns: The parameters; shape `[3]`.
  private func inward(_ baryons: [Double], _ values: [HaloNodeValues]) -> [Double] {
    let minima = zip(values, rows).map { $0.minima($1.nodes) }
    let all = minima.enumerated().flatMap { row, own in own.map { task(row, $0) } }
    return search(curve, baryons, tasks(minima), all).parameters
  }

  /// The best minima over the rows, which are to be polished: those of a row with none below them
  /// where the rows beside it have their nearest.
  func tasks(_ minima: [[HaloNodeMinimum]]) -> [EinastoTask] {
    var tasks: [EinastoTask] = []
    for (row, own) in minima.enumerated() {
      for minimum in own {
        func nearest(_ row: Int) -> Double {
          guard minima.indices.contains(row) else { return .infinity }
          let other = minima[row].min {
            ($0.logPlace - minimum.logPlace).magnitude < ($1.logPlace - minimum.logPlace).magnitude
          }
          return other?.value ?? .infinity
        }
        let (below, above) = (nearest(row - 1), nearest(row + 1))
        guard below >= minimum.value, above > minimum.value else { continue }
        var task = task(row, minimum)
        // A parabola through the three dips by an eighth of both rises at most.
        let rises = [below - minimum.value, above - minimum.value].filter { $0 < .infinity }
        task.reserve = max(0.125 * rises.reduce(0, +), Self.tolerance * max(1, minimum.value))
        tasks.append(task)
      }
    }
    tasks = Array(tasks.sorted { ($0.value, $0.row) < ($1.value, $1.row) }.prefix(Self.starts))
    return tasks + edges(minima)
  }

  /// The search from a minimum of a row.
  func task(_ row: Int, _ minimum: HaloNodeMinimum) -> EinastoTask {
    let alpha = rows[row].shape
    let place = rows[row].nodes.places[minimum.node]
    // Not at C₂₀₀ = 0 itself, where no shape differs from another.
    let logPlace =
      place > 0 || !minimum.isExact
      ? minimum.logPlace : Elementary.log(0.1) / alpha - Elementary.log(range.reach)
    return EinastoTask(
      logPlace: logPlace, shape: Elementary.log(alpha), amplitude: minimum.amplitude,
      value: minimum.value,
      ends: range.piece(around: minimum.isExact ? place : Elementary.exp(logPlace)), row: row,
      node: minimum.node)
  }

  /// Follows searches to their ends, the best first, as long as they may lead below it.
  ///
  /// - Parameters:
  ///   - curve: The curve.
  ///   - baryons: V²_bary at the points; shape `[n]`.
  ///   - starts: The searches, the best first.
  ///   - all: Those of all rows, for where the nodes promise more than there is.
  /// - Returns: The best minimum.
  func search(
    _ curve: HaloCurve, _ baryons: [Double], _ starts: [EinastoTask], _ all: [EinastoTask] = []
  ) -> EinastoBest {
    var points = EinastoCurve(curve, baryons)
    var best = EinastoBest(drop: points.chiSquaredOfBaryons, range)
    var (tasks, turn, isLast) = (starts, 0, false)
    while turn < tasks.count || !isLast {
      if turn == tasks.count {
        isLast = true
        if !all.isEmpty { tasks += others(tasks, best, all) + corners(best, tasks) }
        continue
      }
      let task = tasks[turn]
      turn += 1
      // How much a polish is below what the nodes tell.
      let margin = 2 * max(0, starts[0].value - best.chiSquared)
      let least = task.value - task.reserve
      if task.origin == nil, !task.isEscape, least > best.chiSquared + margin { continue }
      let found = EinastoPolish(&points, range, from: task, shapes: shapes)
      best.take(found, between: (rows[0].shape, rows[rows.count - 1].shape), shapes)
      if let next = task.next(after: found, in: range) { tasks.append(next) }
      if let next = task.escape(of: found, in: range, shapes: shapes) { tasks.append(next) }
    }
    return best
  }
}
