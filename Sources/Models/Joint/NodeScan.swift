import Numerics

/// The best of everything else on every node of the scale radius: the profile of a fit.
///
/// On a node V² sin²i / sin²i₀ is linear in the strength of the halo and in the masses of the
/// components, and χ² is convex in it as long as no total passes zero; distance and inclination act
/// through the masses. So a few of Newton's steps in all of them together lead to the optimum of
/// the node, eight nodes side by side, with nothing but roots and quotients in the loop over the
/// points. A step that leads up is made again by a quarter.
///
/// Points at which the baryons can pull outward may have no speed at an optimum. Each number of
/// them is a scan of its own: the strongest are left out, and count as points without speed while
/// the others are made the best of.
struct NodeScan<Law: HaloLaw> {
  let nodes: NodeTable
  let problem: NodeProblem<Law>
  let points: NodePoints
  /// How many points are left out, which they are, and the weights of the others.
  private let left: Int
  private let isLeft: [Bool]
  private let weights: [Double]
  /// Strength and variables; shape `[blocks]`.
  private(set) var places: [[6 of Lanes]] = []
  /// What the nodes are worth; shape `[blocks]`.
  private(set) var values: [NodeValue] = []
  /// The least value met so far.
  private var lowest = Double.infinity

  /// How many steps are made on a node at most.
  private static var mostSteps: Int { 10 }
  /// A step that promises less, or less than this part of the value, is the last one.
  private static var enough: Double { 0.01 }
  private static var enoughPart: Double { 1e-3 }

  /// Goes through all nodes.
  ///
  /// - Parameters:
  ///   - nodes: The nodes.
  ///   - problem: What is free on them.
  ///   - points: The curve.
  ///   - left: How many of the points that can be without speed are left out.
  @inline(__always)
  init(_ nodes: NodeTable, _ problem: NodeProblem<Law>, _ points: NodePoints, leaving left: Int) {
    (self.nodes, self.problem, self.points, self.left) = (nodes, problem, points, left)
    var weights = points.all.map(\.weight)
    var isLeft = [Bool](repeating: false, count: points.all.count)
    for i in points.outward.prefix(left) { (weights[i], isLeft[i]) = (0, true) }
    (self.weights, self.isLeft) = (weights, isLeft)
    let last = points.all[points.all.count - 1].observed
    var middle = [6 of Lanes](repeating: Lanes(0.25 * last * last + 1))
    for i in 1..<max(1, problem.count) { middle[i] = Lanes(problem.variables[i - 1].start) }
    var place = middle
    for block in nodes.blocks.indices {
      // The nodes before are a good start, but where little is known they can be led astray.
      refine(&place, block, orFrom: block > 0 && problem.isLoose ? middle : nil)
    }
  }

  private func shapes(_ block: Int) -> ArraySlice<Lanes> {
    nodes.shapes[(block * points.all.count)..<((block + 1) * points.all.count)]
  }

  /// Leads the nodes of a block to their optima.
  ///
  /// - Parameters:
  ///   - place: Where to begin; comes back with the optima.
  ///   - block: The block.
  ///   - other: Where to begin as well; of both places the better one counts.
  @inline(__always)
  private mutating func refine(
    _ place: inout [6 of Lanes], _ block: Int, orFrom other: [6 of Lanes]?
  ) {
    let (shapes, node) = (shapes(block), nodes.blocks[block])
    let box = NodeBox(problem, node)
    if let other { chooseBetter(&place, other, shapes, box, node) }
    for i in 1..<max(1, problem.count) { place[i] = box.moved(place[i], i, by: Lanes(0)) }
    var galaxy = problem.galaxy(place)
    var limits = NodeLimits(problem.halo, galaxy, node)
    var threshold = threshold(galaxy, shapes)
    place[0] = limits.clamped(place[0].atLeast(1.2 * threshold))
    let moves = problem.length > 0 || problem.inclination > 0
    // The best place so far, and the way from there.
    var (base, best, promise) = (place, Lanes(.infinity), Lanes(.infinity))
    var way = [6 of Lanes](repeating: Lanes(0))
    for count in 1...Self.mostSteps {
      let sums = NodeSums(points, weights, shapes, place[0], galaxy.masses)
      let step = NodeStep(problem, place, galaxy, sums, limits, box, node)
      let isWorse = .!(step.value .<= best + 1e-9 * best)
      for i in 0..<problem.count {
        base[i] = place[i].replacing(with: base[i], where: isWorse)
        way[i] = step.ways[i].replacing(with: 0.25 * way[i], where: isWorse)
      }
      best = step.value.replacing(with: best, where: isWorse)
      promise = step.promise.replacing(with: promise, where: isWorse)
      lowest = min(lowest, best.min())
      let enough: Lanes = Self.enough + Self.enoughPart * best
      let isDone = (promise .<= enough) .& .!isWorse
      // What is far above the least value need not be known to its last digit.
      let hope = count < 4 ? best - 2 * promise : best
      let isFar = hope .> 3 * lowest + 30
      let isLast = count == Self.mostSteps || (isDone .| isFar).isEverywhere
      // At the end, what is not done stays where it is.
      if isLast {
        for i in 0..<problem.count { way[i] = way[i].replacing(with: 0, where: .!isDone) }
      }
      // The whole way is shortened, so that it still leads down.
      var part = (9 * base[0] / way[0].magnitude).atMost(1)
      for i in 1..<max(1, problem.count) {
        part = part.atMost(problem.variables[i - 1].reach / way[i].magnitude)
      }
      part = part.replacing(with: 1, where: .!(part .> 0))
      for i in 0..<problem.count { way[i] = part * way[i] }
      for i in 1..<max(1, problem.count) { place[i] = box.moved(base[i], i, by: way[i]) }
      galaxy = problem.galaxy(place)
      if moves { limits.follow(galaxy) }
      if !points.outward.isEmpty { threshold = self.threshold(galaxy, shapes) }
      let room: Lanes = (base[0] - threshold).atLeast(0.1 * threshold).atLeast(0)
      place[0] = limits.clamped((base[0] + way[0]).atLeast(threshold + 0.1 * room))
      if isLast { break }
    }
    if moves {
      limits = NodeLimits(problem.halo, galaxy, node)
      place[0] = limits.clamped(place[0])
    }
    places.append(place)
    let first = block * points.all.count
    let tilts = nodes.tilts[first..<(first + points.all.count)]
    values.append(
      NodeValue(problem, points, isLeft, place, galaxy, limits, box, node, shapes, tilts))
  }

  /// Takes another place on the nodes where the objective is lower there.
  @inline(never)
  private func chooseBetter(
    _ place: inout [6 of Lanes], _ other: [6 of Lanes], _ shapes: ArraySlice<Lanes>,
    _ box: NodeBox, _ node: NodeTable.Block
  ) {
    func value(_ place: inout [6 of Lanes]) -> Lanes {
      for i in 1..<max(1, problem.count) { place[i] = box.moved(place[i], i, by: Lanes(0)) }
      let galaxy = problem.galaxy(place)
      let limits = NodeLimits(problem.halo, galaxy, node)
      place[0] = limits.clamped(place[0].atLeast(1.2 * threshold(galaxy, shapes)))
      let sums = NodeSums(points, weights, shapes, place[0], galaxy.masses)
      return NodeStep(problem, place, galaxy, sums, limits, box, node).value
    }
    var other = other
    let isBetter = value(&other) .< value(&place)
    for i in 0..<problem.count {
      place[i] = place[i].replacing(with: other[i], where: isBetter)
    }
  }

  /// The strength at which the last of the points that count gets a speed; zero where all have one.
  @inline(__always)
  private func threshold(_ galaxy: NodeGalaxy, _ shapes: ArraySlice<Lanes>) -> Lanes {
    var threshold = Lanes(0)
    for i in points.outward.dropFirst(left) where points.all[i].radius > 0 {
      let baryons = galaxy.square(at: points.all[i])
      threshold = threshold.atLeast(-baryons / shapes[shapes.startIndex + i])
    }
    return threshold
  }
}
