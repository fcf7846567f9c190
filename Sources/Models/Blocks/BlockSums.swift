import Numerics

/// What follows from the residuals of a block, cell by cell as for a single fit.
struct BlockSums {
  var chiSquared = Lanes(0)
  var squares = Lanes(0)
  var outerSquares = Lanes(0)
  var outerCount = 0
  var baryonExcess = Lanes(-.infinity)
  var clampedPoints = Lanes(0)
  /// Where a total passes zero.
  var isOnKink = Lanes.Mask(false)
  /// Half the way downhill by the free parameters: Jᵀ W r.
  var descent = [4 of Lanes](repeating: Lanes(0))
  /// Jᵀ W J.
  var curvature: LaneMatrix
  /// Σ w r ∂²V, where the law has second derivatives.
  var bend: LaneMatrix

  init(size: Int) {
    (curvature, bend) = (LaneMatrix(size: size), LaneMatrix(size: size))
  }
}

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
    let size = frame.size
    let (first, second) = (frame.positions[0], frame.positions[1])
    let points = block.subject.points
    for i in 0..<block.points {
      let point = block[i]
      var derivatives = LawDerivatives<Lanes>()
      let predicted = speed(
        at: LawPoint(point, of: block.galaxy), parameters, derivatives: &derivatives)
      let residual = point.observed - predicted
      let weight = points[i].weight
      let weighted = weight * residual
      sums.chiSquared += weighted * residual
      let square = residual * residual
      sums.squares += square
      if points[i].radius > CurveFit.outerRadius {
        sums.outerSquares += square
        sums.outerCount += 1
      }
      let excess = (point.baryonSpeed - point.observed) * block.subject.rootWeights[i]
      sums.baryonExcess = sums.baryonExcess.replacing(
        with: excess, where: excess .> sums.baryonExcess)
      if block.pullsOutward {
        let isOutward = point.baryonSquare .< 0
        if isOutward.isAnywhere {
          let isClamped = clampsTotal ? isOutward .& (predicted .== 0) : isOutward
          sums.clampedPoints = sums.clampedPoints.replacing(
            with: sums.clampedPoints + 1, where: isClamped)
          if clampsTotal {
            sums.isOnKink =
              sums.isOnKink .| (isOutward .& isOnKink(point, block.galaxy, parameters))
          }
        }
      }
      guard size > 0 else { continue }
      let slope = derivatives.parameters[first]
      let pull = weight * slope
      sums.descent[0] += weighted * slope
      sums.curvature[0, 0] += pull * slope
      if hasBend { sums.bend[0, 0] += weighted * derivatives.bend.by(first, first) }
      guard size > 1 else { continue }
      let other = derivatives.parameters[second]
      let otherPull = weight * other
      sums.descent[1] += weighted * other
      sums.curvature[1, 0] += otherPull * slope
      sums.curvature[1, 1] += otherPull * other
      if hasBend {
        sums.bend[1, 0] += weighted * derivatives.bend.mixed
        sums.bend[1, 1] += weighted * derivatives.bend.second
      }
      for row in 2..<max(size, 2) {
        let slope = derivatives.parameters[frame.positions[row]]
        let pull = weight * slope
        sums.descent[row] += weighted * slope
        for column in 0...row {
          sums.curvature[row, column] +=
            pull * derivatives.parameters[frame.positions[column]]
        }
      }
    }
  }
}
