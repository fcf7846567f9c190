import Numerics

/// χ² of the radial acceleration relation over u = ln g†, in every cell of a block.
///
///     V = V_bary / √(1 − e^(−s)),  s = √g_bar e^(−u/2)
///
/// It is scanned downward from the upper bound and every minimum between two nodes is refined by
/// Newton's method. Where every s is so large that no digit of a speed depends on g† there is
/// nothing to be scanned; an optimum at that end lies on the lower bound.
struct RelationProfile {
  private let block: CellBlock
  /// √g_bar at every point, m^½/s; zero where there are no baryons; shape `[n]`.
  private let roots: [Lanes]
  /// The bounds.
  private let low: Double
  private let high: Double
  /// The end of the scan and its beginning in u.
  private let bottom: Lanes
  private let top: Double
  /// How many nodes any cell has.
  private let count: Int

  /// The distance of nodes in u.
  private static let step = 0.8
  /// What g_bar has to be of g† for no digit to depend on it: e^(−√1400) = 6e-17.
  private static let outOfReach = 1400.0
  /// What is lost of χ² for the smaller g†: more than sums are rounded by.
  private static let tolerance = 1e-12

  init(_ block: CellBlock, _ rootsOfUnits: [Double], from low: Double, through high: Double) {
    (self.block, self.low, self.high) = (block, low, high)
    var roots: [Lanes] = []
    roots.reserveCapacity(block.points)
    var smallest = Lanes(.infinity)
    for i in 0..<block.points {
      let root = block.baryonSpeed[i] * rootsOfUnits[i]
      let isThere = root .> 0
      roots.append(Lanes(0).replacing(with: root, where: isThere))
      smallest = smallest.replacing(with: root, where: isThere .& (root .< smallest))
    }
    self.roots = roots
    top = Elementary.log(high)
    let reach = Elementary.log((smallest * smallest / Self.outOfReach).atLeast(1e-300))
    bottom = reach.atLeast(low > 0 ? Elementary.log(low) : -.infinity).atMost(top)
    var span = 0.0
    for lane in 0..<Lanes.count { span = max(span, top - bottom[lane]) }
    count = 1 + Int((span / Self.step).rounded(.up))
  }

  /// A node, the highest first; beyond the last of a cell all are its last.
  private func node(_ place: Int) -> Lanes {
    (top - Self.step * Double(place) + Lanes(0)).atLeast(bottom)
  }

  /// χ² with half its slope downhill and half its second derivative, by u.
  private typealias Sums = (value: Lanes, descent: Lanes, bend: Lanes)

  private func sums(_ place: Lanes, _ lanes: (Lanes) -> Lanes) -> Sums {
    let factor = Elementary.exp(-0.5 * place)
    var (value, descent, bend) = (Lanes(0), Lanes(0), Lanes(0))
    for i in 0..<block.points {
      let point = block.subject.points[i]
      let (root, baryons) = (lanes(roots[i]), lanes(block.baryonSpeed[i]))
      let s = (factor * root).atMost(700)
      let share = Elementary.oneMinusExp(minus: s)
      let isThere = s .> 0
      let speed = Lanes(0).replacing(with: baryons / share.squareRoot(), where: isThere)
      // −∂ln V / ∂ln s, and what it changes by of itself with ln s.
      let weight = 0.5 * s * ((1 - share) / share)
      let change = 1 - s / share
      let slope = Lanes(0).replacing(with: 0.5 * (weight * speed), where: isThere)
      let second = 0.5 * slope * (weight - change)
      let residual = point.observed - speed
      let pull = point.weight * residual
      value += pull * residual
      descent += pull * slope
      bend += Lanes(0).replacing(
        with: point.weight * (slope * slope) - pull * second, where: isThere)
    }
    return (value, descent, bend)
  }

  /// The sums at all nodes; for a single cell nodes are the lanes.
  private var nodes: [Sums] {
    guard block.count == 1 else { return (0..<count).map { sums(node($0)) { $0 } } }
    var all: [Sums] = []
    for first in stride(from: 0, to: count, by: Lanes.count) {
      var places = Lanes(0)
      for lane in 0..<Lanes.count { places[lane] = node(first + lane)[0] }
      let sums = sums(places) { Lanes($0[0]) }
      for lane in 0..<min(Lanes.count, count - first) {
        all.append((Lanes(sums.value[lane]), Lanes(sums.descent[lane]), Lanes(sums.bend[lane])))
      }
    }
    return all
  }

  /// The best g†; NaN where nothing depends on it.
  var optimum: Lanes {
    let nodes = nodes
    var (least, most) = (nodes[0].value, nodes[0].value)
    var best = (place: bottom, value: nodes[count - 1].value)
    func take(_ place: Lanes, _ value: Lanes, where mask: Lanes.Mask) {
      let isBetter = mask .& (value .< best.value * (1 - Self.tolerance))
      best.place = best.place.replacing(with: place, where: isBetter)
      best.value = best.value.replacing(with: value, where: isBetter)
    }
    for place in (1..<max(count, 1)).reversed() {
      let (lower, upper) = (nodes[place], nodes[place - 1])
      least = least.atMost(lower.value)
      most = most.atLeast(lower.value)
      let isBracket =
        ((lower.descent .> 0) .& ((upper.descent .<= 0) .| (upper.value .> lower.value)))
        .| ((upper.descent .< 0) .& (upper.value .< lower.value))
      if isBracket.isAnywhere {
        let (low, high) = (node(place), node(place - 1))
        let found = refined(lower, upper, from: low, through: high, where: isBracket)
        take(found.place, found.value, where: isBracket)
      }
    }
    take(Lanes(top), nodes[0].value, where: Lanes.Mask(true))
    var scale = Elementary.exp(best.place).atLeast(low).atMost(high)
    scale = scale.replacing(with: low, where: best.place .== bottom)
    scale = scale.replacing(with: high, where: best.place .== top)
    let isWithoutEffect = most - least .<= Self.tolerance * least.atLeast(1)
    return scale.replacing(with: .nan, where: isWithoutEffect)
  }

  /// The minimum between two nodes.
  private func refined(
    _ left: Sums, _ right: Sums, from low: Lanes, through high: Lanes, where isActive: Lanes.Mask
  ) -> (place: Lanes, value: Lanes) {
    var (low, high) = (low, high)
    let width = high - low
    // The secant of the slopes is near enough for a start.
    let share = (left.descent / (left.descent - right.descent)).atLeast(0.02).atMost(0.98)
    var place = low + width * Lanes(0.5).replacing(with: share, where: share .== share)
    var value = Lanes(0)
    var isOpen = isActive
    for _ in 0..<60 {
      let sums = sums(place) { $0 }
      let isLeft = sums.descent .> 0
      low = low.replacing(with: place, where: isOpen .& isLeft)
      high = high.replacing(with: place, where: isOpen .& (.!isLeft))
      let step = sums.descent / sums.bend
      let next = place + step
      let isGood = (sums.bend .> 0) .& (next .>= low) .& (next .<= high)
      let taken = (0.5 * (low + high) - place).replacing(with: step, where: isGood)
      value = value.replacing(with: sums.value, where: isOpen)
      place = place.replacing(with: place + taken, where: isOpen)
      isOpen = (isOpen .& (taken.magnitude .> 1e-6))
      if !isOpen.isAnywhere { break }
    }
    return (place, value)
  }
}
