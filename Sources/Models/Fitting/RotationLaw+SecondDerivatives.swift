package import Numerics

extension RotationLaw {
  /// Half the second derivatives of χ² and −2 ln of the priors, by the quantities themselves.
  ///
  /// Unlike the curvature that a sum brings along, they have the second derivatives of the speeds
  /// in them. They come from differences of the slope, over steps of 1e-4 of what changes the sum
  /// by one, or of the range where that is less: to both sides, or inward with two
  /// steps from a bound that is near. The error is about 1e-8 of the root of the product of the
  /// diagonal elements.
  ///
  /// - Parameters:
  ///   - problem: The galaxy and the space.
  ///   - place: Where, within the bounds; every quantity a number.
  ///   - sum: The sum at the place.
  /// - Returns: The matrix by lane; zero on the diagonal for a quantity on which the sum does not
  ///   depend there.
  package static func secondDerivatives(
    of problem: JointProblem, at place: Quantities, near sum: LeastSquaresSum
  ) -> CurvatureMatrix {
    let lanes = problem.lanes
    let point = lanes.lanes(of: place)
    func descent(_ lane: Int, _ value: Double) -> SIMD8<Double> {
      var shifted = place
      shifted[lanes[lane]] = value
      return self.sum(over: problem, at: shifted).descent
    }
    // Shape [lanes][lanes]: the derivative of half the slope by each quantity.
    var rows = [8 of SIMD8<Double>](repeating: .zero)
    for lane in lanes.indices {
      let (lower, upper) = (problem.box.lower[lane], problem.box.upper[lane])
      let width = upper - lower
      let usual = min(1e-4 / sum.curvature[lane, lane].squareRoot(), 1e-4 * width)
      let step = min(max(usual, 1e-9 * point[lane].magnitude), 0.25 * width)
      if point[lane] - step >= lower, point[lane] + step <= upper {
        let (left, right) = (point[lane] - step, point[lane] + step)
        rows[lane] = (descent(lane, left) - descent(lane, right)) / (right - left)
      } else {
        // The derivative at the end of three points of a parabola, whose distances are not quite
        // equal as numbers.
        let inward = point[lane] - step < lower ? step : -step
        let (first, second) = (point[lane] + inward, point[lane] + 2 * inward)
        let (near, far) = (first - point[lane], second - point[lane])
        let (bySmall, byLarge) = (
          (sum.descent - descent(lane, first)) / near, (sum.descent - descent(lane, second)) / far
        )
        rows[lane] = bySmall + (bySmall - byLarge) * (near / (far - near))
      }
    }
    var curvature = CurvatureMatrix(size: lanes.count)
    for i in lanes.indices {
      for j in lanes.indices { curvature[i, j] = 0.5 * (rows[i][j] + rows[j][i]) }
    }
    return curvature
  }
}
