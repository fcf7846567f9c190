import Numerics

extension RotationLaw {
  /// −2 ln of the evidence in every cell of a block, by Laplace's method as for a single fit.
  ///
  /// Of a law with second derivatives the curvature is exact; of another it comes from the same
  /// differences as that of a single fit.
  ///
  /// - Parameters:
  ///   - block: The cells.
  ///   - parameters: Where χ² is smallest; every one a number.
  ///   - sums: The sums there.
  ///   - space: The space of one of the cells.
  /// - Returns: NaN where χ² does not rise to all sides.
  static func evidence(
    of block: CellBlock, at parameters: ParameterValues<Lanes>, _ sums: BlockSums,
    _ space: ResolvedSpace
  ) -> Lanes {
    let lanes = space.lanes
    var curvature =
      hasBend
      ? sums.curvature.subtracting(sums.bend)
      : secondDerivatives(of: block, at: parameters, near: sums, space)
    var first = [4 of Lanes](repeating: Lanes(1))
    var integrals = 0.0
    for lane in lanes.indices {
      let range = space.ranges[lanes[lane]]
      integrals += range.prior.logIntegral(from: range.lower, through: range.upper)
      if range.prior == .logUniform, case .parameter(let position) = lanes[lane] {
        let value = parameters[position]
        first[lane] = value
        curvature[lane, lane] += -value * sums.descent[lane] / (value * value)
      }
    }
    for row in lanes.indices {
      for column in 0...row { curvature[row, column] *= first[row] * first[column] }
    }
    let logOfTwoPi = 1.837_877_066_409_345_5
    let dimensions = Double(block.points - lanes.count)
    let evidence =
      sums.chiSquared + block.subject.logErrors + dimensions * logOfTwoPi + 2 * integrals
      + curvature.logDeterminant
    return Lanes(.nan).replacing(with: evidence, where: evidence.magnitude .< .infinity)
  }

  /// Half the second derivatives of χ² by differences of its slope, lane by lane those of a single
  /// fit.
  private static func secondDerivatives(
    of block: CellBlock, at place: ParameterValues<Lanes>, near sums: BlockSums,
    _ space: ResolvedSpace
  ) -> LaneMatrix {
    let lanes = space.lanes
    let positions = lanes.positions
    func descent(_ lane: Int, _ value: Lanes) -> [4 of Lanes] {
      var shifted = place
      shifted[positions[lane]] = value
      return measure(block, at: shifted, lanes).descent
    }
    var rows = [4 of [4 of Lanes]](repeating: [4 of Lanes](repeating: Lanes(0)))
    for lane in lanes.indices {
      let (range, point) = (space.ranges[lanes[lane]], place[positions[lane]])
      let width = range.upper - range.lower
      let usual = (1e-4 / sums.curvature[lane, lane].squareRoot()).atMost(1e-4 * width)
      let step = usual.atLeast(1e-9 * point.magnitude).atMost(0.25 * width)
      let isCentral = (point - step .>= range.lower) .& (point + step .<= range.upper)
      let inward = (-step).replacing(with: step, where: point - step .< range.lower)
      let first = (point + inward).replacing(with: point - step, where: isCentral)
      let second = (point + 2 * inward).replacing(with: point + step, where: isCentral)
      let (near, far) = (first - point, second - point)
      let (here, there) = (descent(lane, first), descent(lane, second))
      for row in lanes.indices {
        let central = (here[row] - there[row]) / (second - first)
        let bySmall = (sums.descent[row] - here[row]) / near
        let byLarge = (sums.descent[row] - there[row]) / far
        let oneSided = bySmall + (bySmall - byLarge) * (near / (far - near))
        rows[lane][row] = oneSided.replacing(with: central, where: isCentral)
      }
    }
    var curvature = LaneMatrix(size: lanes.count)
    for i in lanes.indices {
      for j in 0...i { curvature[i, j] = 0.5 * (rows[i][j] + rows[j][i]) }
    }
    return curvature
  }
}

extension LaneMatrix {
  fileprivate func subtracting(_ other: LaneMatrix) -> LaneMatrix {
    var difference = self
    for row in 0..<size {
      for column in 0...row { difference[row, column] -= other[row, column] }
    }
    return difference
  }
}
