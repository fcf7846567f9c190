import Numerics

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
