import Numerics

extension RotationLaw {
  /// Goes through the points of a block with everything that a fit tells of them.
  ///
  /// - Parameters:
  ///   - block: The cells.
  ///   - parameters: The law's parameters; every one a number.
  ///   - frame: What is free.
  ///   - sums: Receives the sums, in the order of the points.
  static func measure(
    _ block: CellBlock, at parameters: ParameterValues<Lanes>, _ frame: BlockFrame,
    into sums: inout BlockSums
  ) {
    let (size, points, roots) = (frame.size, block.subject.points, block.subject.rootWeights)
    let isUsual = frame.isPair
    let isSecondAlone = frame.positions[0] == 1
    var (residuals, pair) = (ResidualSums(), PairSums(size: size))
    for i in 0..<block.points {
      let (own, point) = (points[i], block[i])
      var derivatives = LawDerivatives<Lanes>()
      let predicted = speed(
        at: LawPoint(point, of: block.galaxy), parameters, derivatives: &derivatives)
      let residual = own.observed - predicted
      residuals.add(
        residual, at: own, excess: point.baryonSpeed - own.observed, root: roots[i])
      if block.pullsOutward { note(point, predicted, block, parameters, &residuals) }
      if isUsual, isSecondAlone {
        let bend = hasBend ? derivatives.bend.second : nil
        pair.add(derivatives.parameters[1], bend, residual: residual, weight: own.weight)
      } else if isUsual {
        let bend = hasBend && !addsSpeeds ? derivatives.bend.first : nil
        pair.add(derivatives.parameters[0], bend, residual: residual, weight: own.weight)
        if size > 1 {
          pair.addSecond(
            derivatives.parameters[1], first: derivatives.parameters[0],
            hasBend ? derivatives.bend : nil, residual: residual, weight: own.weight)
        }
      }
    }
    (sums.residuals, sums.pair) = (residuals, pair)
    if !isUsual { sums.many = slopes(block, at: parameters, frame) }
  }

  /// The sums by any parameters.
  @inline(never)
  private static func slopes(
    _ block: CellBlock, at parameters: ParameterValues<Lanes>, _ frame: BlockFrame
  ) -> ManySums {
    var sums = ManySums(size: frame.size)
    for i in 0..<block.points {
      var derivatives = LawDerivatives<Lanes>()
      let predicted = speed(
        at: LawPoint(block[i], of: block.galaxy), parameters, derivatives: &derivatives)
      let point = block.subject.points[i]
      var slopes = [4 of Lanes](repeating: Lanes(0))
      for lane in 0..<frame.size { slopes[lane] = derivatives.parameters[frame.positions[lane]] }
      sums.add(slopes, residual: point.observed - predicted, weight: point.weight)
    }
    return sums
  }

  /// Notes a point whose baryons may pull outward.
  @inline(__always)
  private static func note(
    _ point: ScaledPoint<Lanes>, _ predicted: Lanes, _ block: CellBlock,
    _ parameters: ParameterValues<Lanes>, _ sums: inout ResidualSums
  ) {
    let isOutward = point.baryonSquare .< 0
    guard isOutward.isAnywhere else { return }
    let isClamped = clampsTotal ? isOutward .& (predicted .== 0) : isOutward
    sums.clampedPoints = sums.clampedPoints.replacing(
      with: sums.clampedPoints + 1, where: isClamped)
    guard clampsTotal else { return }
    sums.isOnKink = (sums.isOnKink .| (isOutward .& isOnKink(point, block.galaxy, parameters)))
  }
}
