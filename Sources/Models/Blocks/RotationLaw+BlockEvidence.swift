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
    let determinant: Lanes
    if hasBend, frame.isPair, frame.logarithmic.isEmpty {
      determinant = (sums.pair.curvature - sums.pair.bend).logDeterminant
    } else {
      determinant = logDeterminant(of: block, at: parameters, sums, frame)
    }
    let logOfTwoPi = 1.837_877_066_409_345_5
    let dimensions = Double(block.points - frame.size)
    let evidence =
      sums.residuals.chiSquared + block.subject.logErrors + dimensions * logOfTwoPi
      + 2 * frame.integrals + determinant
    return Lanes(.nan).replacing(with: evidence, where: evidence.magnitude .< .infinity)
  }

  /// The logarithm of the determinant of half the second derivatives of χ², in the coordinates in
  /// which the densities of the priors are taken.
  @inline(never)
  private static func logDeterminant(
    of block: CellBlock, at parameters: ParameterValues<Lanes>, _ sums: borrowing BlockSums,
    _ frame: BlockFrame
  ) -> Lanes {
    let size = frame.size
    let descent = sums.descent
    var curvature: LaneMatrix
    if hasBend, frame.isPair {
      let pair = sums.pair.curvature - sums.pair.bend
      curvature = LaneMatrix(size: size)
      if size > 0 { curvature[0, 0] = pair.first }
      if size > 1 { (curvature[1, 0], curvature[1, 1]) = (pair.mixed, pair.second) }
    } else {
      curvature = secondDerivatives(of: block, at: parameters, near: sums, frame)
    }
    var first = [4 of Lanes](repeating: Lanes(1))
    for lane in 0..<size where frame.logarithmic.contains(lane) {
      let value = parameters[frame.positions[lane]]
      first[lane] = value
      curvature[lane, lane] += -value * descent[lane] / (value * value)
    }
    for row in 0..<size {
      for column in 0...row { curvature[row, column] *= first[row] * first[column] }
    }
    return curvature.logDeterminant
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
    let (descent0, diagonal) = (sums.descent, sums.diagonal)
    var rows = [4 of [4 of Lanes]](repeating: [4 of Lanes](repeating: Lanes(0)))
    for lane in 0..<size {
      let (lower, upper) = (frame.lower[lane], frame.upper[lane])
      let point = place[frame.positions[lane]]
      let width = upper - lower
      let usual = (1e-4 / diagonal[lane].squareRoot()).atMost(1e-4 * width)
      let step = usual.atLeast(1e-9 * point.magnitude).atMost(0.25 * width)
      let isCentral = (point - step .>= lower) .& (point + step .<= upper)
      let inward = (-step).replacing(with: step, where: point - step .< lower)
      let first = (point + inward).replacing(with: point - step, where: isCentral)
      let second = (point + 2 * inward).replacing(with: point + step, where: isCentral)
      let (near, far) = (first - point, second - point)
      let (here, there) = (descent(lane, first), descent(lane, second))
      for row in 0..<size {
        let central = (here[row] - there[row]) / (second - first)
        let bySmall = (descent0[row] - here[row]) / near
        let byLarge = (descent0[row] - there[row]) / far
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

extension BlockSums {
  /// Half the way downhill by lane.
  fileprivate var descent: [4 of Lanes] {
    if let many { return many.descent }
    var descent = [4 of Lanes](repeating: Lanes(0))
    (descent[0], descent[1]) = pair.descent
    return descent
  }

  /// The diagonal of Jᵀ W J by lane.
  fileprivate var diagonal: [4 of Lanes] {
    var diagonal = [4 of Lanes](repeating: Lanes(0))
    if let many {
      for lane in 0..<many.curvature.size { diagonal[lane] = many.curvature[lane, lane] }
    } else {
      (diagonal[0], diagonal[1]) = (pair.curvature.first, pair.curvature.second)
    }
    return diagonal
  }

  /// Jᵀ W J of one cell.
  func curvature(_ lane: Int) -> CurvatureMatrix {
    many.map { $0.curvature.matrix(lane) } ?? pair.curvature.matrix(lane)
  }
}
