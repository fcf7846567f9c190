import Numerics

/// What follows from the residuals of a block, cell by cell as for a single fit.
struct BlockSums {
  var residuals = ResidualSums()
  /// The sums by one or two of the first two parameters of a law.
  var pair: PairSums
  /// The sums by other parameters, or more, in place of that.
  var many: ManySums?

  @inline(__always)
  init(size: Int) {
    pair = PairSums(size: size)
  }
}

/// The sums of a block by up to four parameters.
struct ManySums {
  /// Half the way downhill by the free parameters: Jᵀ W r.
  private(set) var descent = [4 of Lanes](repeating: Lanes(0))
  /// Jᵀ W J.
  private(set) var curvature: LaneMatrix

  init(size: Int) {
    curvature = LaneMatrix(size: size)
  }

  /// Adds the slopes at a point.
  mutating func add(_ slopes: [4 of Lanes], residual: Lanes, weight: Double) {
    for row in 0..<curvature.size {
      let pull = weight * slopes[row]
      descent[row] += (weight * residual) * slopes[row]
      for column in 0...row { curvature[row, column] += pull * slopes[column] }
    }
  }
}

/// The sums of a block that know of residuals only.
struct ResidualSums {
  private(set) var chiSquared = Lanes(0)
  private(set) var squares = Lanes(0)
  private(set) var outerSquares = Lanes(0)
  private(set) var outerCount = 0
  private(set) var baryonExcess = Lanes(-.infinity)
  var clampedPoints = Lanes(0)
  /// Where a total passes zero.
  var isOnKink = Lanes.Mask(false)

  /// Adds a point.
  ///
  /// - Parameters:
  ///   - residual: Observed less predicted speed.
  ///   - point: The point.
  ///   - excess: By how much the baryons exceed the observed speed.
  ///   - root: 1/σ.
  @inline(__always)
  mutating func add(_ residual: Lanes, at point: CurvePoint, excess: Lanes, root: Double) {
    chiSquared += point.weight * residual * residual
    let square = residual * residual
    squares += square
    if point.radius > CurveFit.outerRadius {
      outerSquares += square
      outerCount += 1
    }
    let inErrors = excess * root
    baryonExcess = baryonExcess.replacing(with: inErrors, where: inErrors .> baryonExcess)
  }
}

/// The sums of a block by one parameter or two.
struct PairSums {
  /// Half the way downhill by the parameters: Jᵀ W r.
  private(set) var descent = (first: Lanes(0), second: Lanes(0))
  /// Jᵀ W J.
  private(set) var curvature: LanePair
  /// Σ w r ∂²V, where the law has second derivatives.
  private(set) var bend: LanePair

  @inline(__always)
  init(size: Int) {
    (curvature, bend) = (LanePair(size: size), LanePair(size: size))
  }

  /// Adds a slope by the first parameter, or the only one.
  @inline(__always)
  mutating func add(_ slope: Lanes, _ bend: Lanes?, residual: Lanes, weight: Double) {
    let weighted = weight * residual
    descent.first += weighted * slope
    curvature.first += (weight * slope) * slope
    if let bend { self.bend.first += weighted * bend }
  }

  /// Adds the slope by the second one.
  @inline(__always)
  mutating func addSecond(
    _ slope: Lanes, first: Lanes, _ bend: LawBend<Lanes>?, residual: Lanes, weight: Double
  ) {
    let (weighted, pull) = (weight * residual, weight * slope)
    descent.second += weighted * slope
    curvature.second += pull * slope
    curvature.mixed += pull * first
    guard let bend else { return }
    self.bend.mixed += weighted * bend.mixed
    self.bend.second += weighted * bend.second
  }
}
