import Numerics

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
