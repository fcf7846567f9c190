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
  ///   - frame: What is free.
  /// - Returns: NaN where χ² does not rise to all sides.
  static func evidence(
    of block: CellBlock, at parameters: ParameterValues<Lanes>, _ sums: borrowing BlockSums,
    _ frame: BlockFrame
  ) -> Lanes {
    var curvature =
      hasBend
      ? sums.curvature.subtracting(sums.bend)
      : secondDerivatives(of: block, at: parameters, near: sums, frame)
    if !frame.logarithmic.isEmpty {
      var first = [4 of Lanes](repeating: Lanes(1))
      for lane in 0..<frame.size where frame.logarithmic.contains(lane) {
        let value = parameters[frame.positions[lane]]
        first[lane] = value
        curvature[lane, lane] += -value * sums.descent[lane] / (value * value)
      }
      for row in 0..<frame.size {
        for column in 0...row { curvature[row, column] *= first[row] * first[column] }
      }
    }
    let logOfTwoPi = 1.837_877_066_409_345_5
    let dimensions = Double(block.points - frame.size)
    let evidence =
      sums.chiSquared + block.subject.logErrors + dimensions * logOfTwoPi + 2 * frame.integrals
      + curvature.logDeterminant
    return Lanes(.nan).replacing(with: evidence, where: evidence.magnitude .< .infinity)
  }

  /// Half the second derivatives of χ² by differences of its slope, lane by lane those of a single
  /// fit.
  private static func secondDerivatives(
    of block: CellBlock, at place: ParameterValues<Lanes>, near sums: borrowing BlockSums,
    _ frame: BlockFrame
  ) -> LaneMatrix {
    let size = frame.size
    func descent(_ lane: Int, _ value: Lanes) -> [4 of Lanes] {
      var shifted = place
      shifted[frame.positions[lane]] = value
      var sums = BlockSums(size: size)
      measure(block, at: shifted, frame, into: &sums)
      return sums.descent
    }
    var rows = [4 of [4 of Lanes]](repeating: [4 of Lanes](repeating: Lanes(0)))
    for lane in 0..<size {
      let (lower, upper) = (frame.lower[lane], frame.upper[lane])
      let point = place[frame.positions[lane]]
      let width = upper - lower
      let usual = (1e-4 / sums.curvature[lane, lane].squareRoot()).atMost(1e-4 * width)
      let step = usual.atLeast(1e-9 * point.magnitude).atMost(0.25 * width)
      let isCentral = (point - step .>= lower) .& (point + step .<= upper)
      let inward = (-step).replacing(with: step, where: point - step .< lower)
      let first = (point + inward).replacing(with: point - step, where: isCentral)
      let second = (point + 2 * inward).replacing(with: point + step, where: isCentral)
      let (near, far) = (first - point, second - point)
      let (here, there) = (descent(lane, first), descent(lane, second))
      for row in 0..<size {
        let central = (here[row] - there[row]) / (second - first)
        let bySmall = (sums.descent[row] - here[row]) / near
        let byLarge = (sums.descent[row] - there[row]) / far
        let oneSided = bySmall + (bySmall - byLarge) * (near / (far - near))
        rows[lane][row] = oneSided.replacing(with: central, where: isCentral)
      }
    }
    var curvature = LaneMatrix(size: size)
    for i in 0..<size {
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
