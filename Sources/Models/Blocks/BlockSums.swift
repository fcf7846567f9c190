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
  ///   - lanes: What is free: parameters of the law only.
  /// - Returns: The sums, in the order of the points.
  static func measure(
    _ block: CellBlock, at parameters: ParameterValues<Lanes>, _ lanes: FreeLanes
  ) -> BlockSums {
    let size = lanes.count
    let positions = lanes.positions
    var sums = BlockSums(size: size)
    for i in 0..<block.points {
      let point = block[i]
      var derivatives = LawDerivatives<Lanes>()
      let predicted = speed(
        at: LawPoint(point, of: block.galaxy), parameters, derivatives: &derivatives)
      let residual = point.observed - predicted
      let weight = block.subject.points[i].weight
      let weighted = weight * residual
      sums.chiSquared += weighted * residual
      let square = residual * residual
      sums.squares += square
      if block.subject.points[i].radius > CurveFit.outerRadius {
        sums.outerSquares += square
        sums.outerCount += 1
      }
      let excess = (point.baryonSpeed - point.observed) * block.subject.rootWeights[i]
      sums.baryonExcess = sums.baryonExcess.replacing(
        with: excess, where: excess .>= sums.baryonExcess)
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
      for row in 0..<size {
        let slope = derivatives.parameters[positions[row]]
        sums.descent[row] += weighted * slope
        let pull = weight * slope
        for column in 0...row {
          sums.curvature[row, column] += pull * derivatives.parameters[positions[column]]
          if hasBend {
            sums.bend[row, column] +=
              weighted * derivatives.bend.by(positions[row], positions[column])
          }
        }
      }
    }
    return sums
  }
}

extension FreeLanes {
  /// The position on the card of each free parameter of the law, by lane.
  var positions: [4 of Int] {
    var positions = [4 of Int](repeating: 0)
    for lane in indices.prefix(4) {
      if case .parameter(let position) = self[lane] { positions[lane] = position }
    }
    return positions
  }
}
