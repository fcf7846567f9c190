import Numerics

/// A minimum of the profile over the scale radius, between two nodes or on one.
struct NodeMinimum {
  /// The node below, and which part of the way to the next one.
  let node: Int
  let part: Double
  /// The objective there, about.
  let value: Double
  /// How much lower that is than on both nodes.
  var depth = 0.0
}

extension NodeScan {
  /// The objective on a node.
  func value(_ node: Int) -> Double {
    let (block, lane) = nodes.place(of: node)
    return values[block].objective[lane]
  }

  /// Its slope by ln r_s.
  private func slope(_ node: Int) -> Double {
    let (block, lane) = nodes.place(of: node)
    return values[block].slope[lane]
  }

  /// The least objective of all nodes at which the points that are left out have no speed.
  var least: Double {
    values.reduce(.infinity) { least, value in
      min(least, value.objective.replacing(with: .infinity, where: value.isOutside).min())
    }
  }

  /// The minima of the profile, from small scale radii to large ones: ends that it rises from, and
  /// intervals in which values and slopes on both sides show one.
  var minima: [NodeMinimum] {
    var minima: [NodeMinimum] = []
    for node in 0..<nodes.count {
      let here = value(node)
      guard here < .infinity else { continue }
      let before = node > 0 ? value(node - 1) : .infinity
      let after = node + 1 < nodes.count ? value(node + 1) : .infinity
      let isEnd =
        before == .infinity && slope(node) >= 0 || after == .infinity && slope(node) <= 0
      if isEnd { minima.append(NodeMinimum(node: node, part: 0, value: here)) }
      guard after < .infinity else { continue }
      let (first, second) = (slope(node), slope(node + 1))
      let width = nodes.places[node + 1] - nodes.places[node]
      let between = Self.between(node, here, after, first * width, second * width)
      let isInside = between.part > 0 && between.part < 1
      if isInside || first < 0 && (second > 0 || after > here) || second > 0 && after < here {
        minima.append(between)
      }
    }
    return minima
  }

  /// The least of a cubic with two values and slopes, to an eighth of the way.
  private static func between(
    _ node: Int, _ a: Double, _ b: Double, _ first: Double, _ second: Double
  ) -> NodeMinimum {
    var best = NodeMinimum(node: node, part: a <= b ? 0 : 1, value: min(a, b))
    for step in 1..<8 {
      let t = Double(step) / 8
      let s = 1 - t
      let line = s * s * (1 + 2 * t) * a + t * t * (1 + 2 * s) * b
      let value = line + t * s * (s * first - t * second)
      if value < best.value { best = NodeMinimum(node: node, part: t, value: value) }
    }
    best.depth = min(a, b) - best.value
    return best
  }

  /// The optimum of a node, or what lies between two, as values by lane of the joint problem.
  ///
  /// - Parameters:
  ///   - node: The node below.
  ///   - part: Which part of the way to the next one.
  ///   - roles: What the lanes are.
  ///   - joint: The problem.
  /// - Returns: The place, within the bounds.
  func place(
    _ node: Int, _ part: Double, _ roles: HaloRoles, _ joint: JointProblem
  ) -> SIMD8<Double> {
    let low = nodes.place(of: node)
    let high = nodes.place(of: min(node + 1, nodes.count - 1))
    var place = [6 of Lanes](repeating: Lanes(0))
    for i in 0..<problem.count {
      let (a, b) = (places[low.block][i][low.lane], places[high.block][i][high.lane])
      place[i] = Lanes(a + part * (b - a))
    }
    let (a, b) = (nodes.blocks[low.block], nodes.blocks[high.block])
    func between(_ a: Double, _ b: Double) -> Lanes {
      Lanes(a * Elementary.exp(part * Elementary.log(b / a)))
    }
    let block = NodeTable.Block(
      scale: between(a.scale[low.lane], b.scale[high.lane]),
      strength: between(a.strength[low.lane], b.strength[high.lane]), rise: Lanes(0))
    let galaxy = problem.galaxy(place)
    let found = problem.halo.concentration(of: place[0], galaxy, block, steps: 8)
    var values = SIMD8<Double>.zero
    values[roles.concentration] = found.concentration[0]
    values[roles.speed] = Law.virialRate * found.scale[0] * found.concentration[0]
    for component in 0..<3 where roles.ratios[component] >= 0 {
      values[roles.ratios[component]] = galaxy.ratios[component][0]
    }
    if roles.distance >= 0 {
      values[roles.distance] = galaxy.length[0] * joint.subject.distance
    }
    if roles.inclination >= 0 { values[roles.inclination] = place[problem.inclination][0] }
    return joint.box.clamped(values)
  }
}
