import Numerics

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
