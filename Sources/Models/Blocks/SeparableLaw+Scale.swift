import Numerics

extension SeparableLaw {
  /// The kernel of a law with a free scale whose lower bound is positive.
  ///
  /// The best χ² for a scale is scanned on a ``ScaleTable``; every minimum between two nodes is
  /// refined by Newton's method on its derivative, both ends of the bounds compete, and of values
  /// that differ by less than 1e-12 of the drop of χ² the smaller scale wins.
  static func scaleKernel(for galaxy: CellGalaxy) -> BlockKernel? {
    let (low, high) = (galaxy.bounds.lower[1], galaxy.bounds.upper[1])
    guard low > 0 else { return nil }
    let table = ScaleTable(Self.self, galaxy.subject, from: low, through: high)
    let limits = galaxy.wantsProof ? limits : nil
    return { block in scaleOptimum(of: block, by: table, proving: limits) }
  }

  /// The kernel of a law whose scale is fixed in every cell.
  static func fixedScaleKernel(for galaxy: CellGalaxy) -> BlockKernel {
    { block in
      var (product, square) = (Lanes(0), Lanes(0))
      for i in 0..<block.points {
        let point = block[i]
        let shape = shape(at: point.radius, scale: block.lower[1], in: block.galaxy)
        let weighted = point.weight * shape.value
        product += weighted * (point.observed - point.baryonSpeed)
        square += weighted * shape.value
      }
      let free = Lanes(0).replacing(with: product / square, where: square .> 0)
      var parameters = block.lower
      parameters[0] = free.clamped(from: block.lower[0], through: block.upper[0])
      return BlockOptimum(parameters, isProven: Lanes.Mask(true))
    }
  }

  private static func scaleOptimum(
    of block: CellBlock, by table: ScaleTable, proving limits: ShapeLimits?
  ) -> BlockOptimum {
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: block.points + 3 * table.count) {
      room in
      let excess = UnsafeMutableBufferPointer(rebasing: room.prefix(block.points))
      let rest = room.dropFirst(block.points)
      let values = UnsafeMutableBufferPointer(rebasing: rest.prefix(table.count))
      let slopes = UnsafeMutableBufferPointer(
        rebasing: rest.dropFirst(table.count).prefix(table.count))
      let sizes = UnsafeMutableBufferPointer(rebasing: rest.dropFirst(2 * table.count))
      for i in 0..<block.points {
        excess[i] = block.subject.points[i].observed - block.baryonSpeed[i]
      }
      table.project(UnsafeBufferPointer(excess), cells: block.count, into: values, slopes)
      let (lower, upper) = (block.lower[0], block.upper[0])
      let profiles = ScaleProfiles(
        table: table, products: UnsafeBufferPointer(values),
        slopes: UnsafeBufferPointer(slopes), lower: lower, upper: upper)
      var left = profiles[0]
      var best = ScaleOptimum(left, scale: table.low, place: table.start)
      var brackets = SIMD8<UInt64>.zero
      for node in 1..<table.count {
        let right = profiles[node]
        let isBracket =
          ((left.slope .< 0) .& ((right.slope .>= 0) .| (right.value .> left.value)))
          .| ((right.slope .> 0) .& (right.value .< left.value))
        brackets = brackets.replacing(
          with: brackets | SIMD8(repeating: 1 << UInt64(node % 64)), where: isBracket)
        // The intervals of a word are refined before the next one begins.
        if node % 64 == 63 || node == table.count - 1 {
          let first = node - node % 64
          while brackets != .zero {
            refine(
              &brackets, from: first, &best, block, table, UnsafeBufferPointer(excess), profiles)
          }
        }
        left = right
      }
      best.take(
        left, scale: Lanes(table.high), place: Lanes(table.coordinate(table.count - 1)),
        where: Lanes.Mask(true))
      var parameters = block.lower
      parameters[0] = best.amplitude
      parameters[1] = best.scale.replacing(with: .nan, where: best.amplitude .== 0)
      guard let limits else { return BlockOptimum(parameters) }
      var plus = ScaleProof(of: best, limits, from: lower, through: upper)
      var minus = ScaleProof(of: best, limits, from: -upper, through: -lower)
      table.measure(UnsafeBufferPointer(excess), into: sizes)
      prove(block, UnsafeBufferPointer(excess), table, limits, &plus, &minus) { node in
        ScaleNode(
          place: table.coordinate(node), product: values[node], slope: slopes[node],
          size: sizes[node], square: table.squares[node], squareSlope: table.products[node])
      }
      return BlockOptimum(parameters, isProven: .!(plus.isOpen .| minus.isOpen))
    }
  }

  /// Refines the first bracket of each lane that has one.
  private static func refine(
    _ brackets: inout SIMD8<UInt64>, from first: Int, _ best: inout ScaleOptimum,
    _ block: CellBlock, _ table: ScaleTable, _ excess: UnsafeBufferPointer<Lanes>,
    _ profiles: ScaleProfiles
  ) {
    var (low, start) = (Lanes(0), Lanes(0))
    var isActive = Lanes.Mask(false)
    for lane in 0..<Lanes.count where brackets[lane] != 0 {
      let node = first + brackets[lane].trailingZeroBitCount
      brackets[lane] &= brackets[lane] &- 1
      let (left, right) = (profiles[node - 1], profiles[node])
      low[lane] = table.coordinate(node - 1)
      start[lane] =
        table.step
        * cubicMinimum(
          left.value[lane], left.slope[lane], right.value[lane], right.slope[lane], table.step)
      isActive[lane] = true
    }
    let high = low + table.step
    if block.count == 1 {
      let found = refined(
        low[0] + start[0], in: low[0], high[0], where: isActive[0], block.lower[0][0],
        block.upper[0][0], galaxy: block.subject.facts, block
      ) { excess[$0][0] }
      best.take(
        ScaleProfile(found.profile), scale: Lanes(found.scale(table)), place: Lanes(found.place),
        where: isActive)
    } else {
      let found = refined(
        low + start, in: low, high, where: isActive, block.lower[0], block.upper[0],
        galaxy: block.galaxy, block
      ) { excess[$0] }
      best.take(found.profile, scale: found.scale(table), place: found.place, where: isActive)
    }
  }

  /// The minimum of a profile in an interval, by Newton's method on its slope; an interval is
  /// halved where that would leave it.
  ///
  /// - Parameters:
  ///   - start: Where to begin.
  ///   - low: The lower end, beyond which χ² falls towards the interval.
  ///   - high: The upper end.
  ///   - isActive: Which lanes count.
  ///   - lower: The lower bound of the amplitude.
  ///   - upper: The upper one.
  ///   - galaxy: What is known of the galaxy.
  ///   - block: The cells.
  ///   - excess: What the term has to add at a point.
  /// - Returns: The place and the profile there, to some units of the last digit.
  @inline(__always)
  private static func refined<Value: LaneValue>(
    _ start: Value, in low: Value, _ high: Value, where isActive: Value.Mask, _ lower: Value,
    _ upper: Value, galaxy: GalaxyFacts<Value>, _ block: CellBlock, _ excess: (Int) -> Value
  ) -> ScaleMinimum<Value> {
    var (low, high, place) = (low, high, start)
    var found = ScaleMinimum<Value>(start)
    var isOpen = isActive
    for _ in 0..<60 {
      let scale = Elementary.exp(place)
      var sums = ScaleSums<Value>()
      for i in 0..<block.points {
        let point = block.subject.points[i]
        sums.add(
          shape(at: Value(point.radius), scale: scale, in: galaxy), scale: scale,
          weight: point.weight, excess: excess(i))
      }
      let profile = sums.profile(from: lower, through: upper)
      let isLeft = profile.slope .< 0
      low = low.replacing(with: place, where: isOpen .& isLeft)
      high = high.replacing(with: place, where: isOpen .& (.!isLeft))
      let bend = sums.bend(of: profile, from: lower, through: upper)
      let step = -profile.slope / bend
      let next = place + step
      let isGood = (bend .> 0) .& (next .>= low) .& (next .<= high)
      let taken = (0.5 * (low + high) - place).replacing(with: step, where: isGood)
      let isDone = taken.magnitude .<= 1e-6
      found.take(sums, at: place, moving: taken, from: lower, through: upper, where: isOpen)
      place = place.replacing(with: place + taken, where: isOpen)
      isOpen = (isOpen .& (.!isDone))
      if !isOpen.isAnywhere { break }
    }
    return found
  }

  /// Where between 0 and 1 the cubic through two values and slopes is smallest; one half where it
  /// has no minimum well inside.
  private static func cubicMinimum(
    _ left: Double, _ leftSlope: Double, _ right: Double, _ rightSlope: Double, _ width: Double
  ) -> Double {
    let mean = leftSlope + rightSlope - 3 * (right - left) / width
    let root = max(0, mean * mean - leftSlope * rightSlope).squareRoot()
    let place = 1 - (rightSlope + root - mean) / (rightSlope - leftSlope + 2 * root)
    return place > 0.001 && place < 0.999 ? place : 0.5
  }
}
