import Numerics

extension RotationLaw {
  /// How many starts are looked at for each free quantity.
  private static var startsPerQuantity: Int { 12 }
  /// At how many places of a parameter's range a start is looked at.
  private static var places: Int { 24 }

  /// Starts in every piece: on every side of the places where totals pass zero, or the baryons
  /// alone for a law that adds speeds.
  ///
  /// A piece is known by the points without a speed in it. Each parameter of a law that adds in
  /// quadrature, and each ratio of which nothing is known but bounds, is moved through its range
  /// from the first starts of the search; the lowest two places of every piece that is met are
  /// where to begin. None where nothing can pull outward.
  ///
  /// - Parameters:
  ///   - problem: The galaxy and the space.
  ///   - bounds: The bounds of the law's parameters.
  /// - Returns: Places in the search's coordinates.
  static func pieces(
    _ problem: JointProblem, within bounds: LawBounds
  ) -> [SIMD8<Double>] {
    let canMove = clampsTotal || problem.lanes.indices.contains { problem.moves($0, false) }
    guard canMove, problem.canPullOutward else { return [] }
    var pieces = PieceStarts()
    for place in 0..<(startsPerQuantity * problem.lanes.count) {
      let begin = problem.scale.coordinates(of: start(place, problem, within: bounds))
      let movesLaw = clampsTotal && problem.pullsOutward(at: begin)
      for lane in problem.lanes.indices where problem.moves(lane, movesLaw) {
        for step in 0...places {
          var moved = begin
          moved[lane] = problem.place(Double(step) / Double(places), of: lane)
          let found = problem.quantities(at: problem.scale.quantities(at: moved))
          pieces.insert(
            moved, sum(over: problem, at: found).value, in: piece(of: problem, at: found))
        }
      }
    }
    return pieces.starts
  }

  /// The points without a speed, as bits; those beyond the sixty-fourth share theirs.
  private static func piece(of problem: JointProblem, at found: Quantities) -> UInt64 {
    let curve = ScaledCurve(problem.subject, at: found.galaxy)
    var bits: UInt64 = 0
    for i in 0..<curve.count {
      let point = curve[i]
      guard point.baryonSquare < 0 else { continue }
      let isStill =
        !clampsTotal || speed(at: LawPoint(point, of: curve.galaxy), found.law) == 0
      if isStill { bits |= 1 << UInt64(i % 64) }
    }
    return bits
  }
}

extension JointProblem {
  /// Whether the baryons of some point can pull outward anywhere in the space.
  fileprivate var canPullOutward: Bool {
    let (low, high) = (quantities(at: box.lower).galaxy, quantities(at: box.upper).galaxy)
    return subject.points.contains { point in
      let gas = min(low.upsilonGas * point.gas, high.upsilonGas * point.gas)
      let stars = low.upsilonDisk * point.disk + low.upsilonBulge * point.bulge
      return gas + stars < 0
    }
  }

  /// Whether pieces are looked for along a lane.
  ///
  /// - Parameters:
  ///   - lane: The lane.
  ///   - movesLaw: Whether they are along the parameters of the law.
  /// - Returns: For a ratio, whether nothing is known of it but bounds.
  fileprivate func moves(_ lane: Int, _ movesLaw: Bool) -> Bool {
    switch lanes[lane] {
    case .parameter: movesLaw
    case .galaxy(.distance), .galaxy(.inclination): false
    case .galaxy: priors[lane].isFlat
    }
  }

  /// The coordinate at a fraction of the range of a lane.
  fileprivate func place(_ fraction: Double, of lane: Int) -> Double {
    let (low, high) = (scale.coordinates.lower[lane], scale.coordinates.upper[lane])
    return low + (high - low) * fraction
  }

  /// Whether they do at a place.
  fileprivate func pullsOutward(at place: SIMD8<Double>) -> Bool {
    let curve = ScaledCurve(subject, at: quantities(at: scale.quantities(at: place)).galaxy)
    return (0..<curve.count).contains { curve[$0].baryonSquare < 0 }
  }
}

/// The lowest starts of each piece.
private struct PieceStarts {
  /// How many pieces are kept, those that were met first.
  static let capacity = 32
  static let startsPerPiece = 2

  private struct Start {
    let piece: UInt64
    let point: SIMD8<Double>
    let value: Double
  }

  private var all: [Start] = []

  mutating func insert(_ point: SIMD8<Double>, _ value: Double, in piece: UInt64) {
    guard value < .infinity else { return }
    let own = all.indices.filter { all[$0].piece == piece }
    let start = Start(piece: piece, point: point, value: value)
    if own.count < Self.startsPerPiece {
      let isKnown = !own.isEmpty
      if isKnown || all.count < Self.capacity * Self.startsPerPiece { all.append(start) }
    } else if let worst = own.max(by: { all[$0].value < all[$1].value }),
      value < all[worst].value
    {
      all[worst] = start
    }
  }

  /// Piece by piece in the order in which they were met.
  var starts: [SIMD8<Double>] { all.map(\.point) }
}
