import Numerics

/// What follows from the residuals of a block, cell by cell as for a single fit.
struct BlockMeasure {
  var chiSquared = Lanes(0)
  var squares = Lanes(0)
  var outerSquares = Lanes(0)
  var outerCount = 0
  var baryonExcess = Lanes(-.infinity)
  var clampedPoints = Lanes(0)
  /// Minus one where a total passes zero, nothing elsewhere.
  var onKink = SIMD8<Int64>.zero
  /// Jᵀ W J by the free parameters: the lower triangle, row by row.
  private var rows = [36 of Lanes](repeating: Lanes(0))

  init() {}

  private static func place(_ row: Int, _ column: Int) -> Int { row * (row + 1) / 2 + column }

  /// Adds one datum: the slopes of the speed by the free parameters, and its weight.
  @inline(__always)
  mutating func addCurvature(_ slopes: [8 of Lanes], count: Int, weight: Double) {
    for row in 0..<count {
      let weighted = weight * slopes[row]
      for column in 0...row { rows[Self.place(row, column)] += weighted * slopes[column] }
    }
  }

  /// The curvature of one cell.
  func curvature(_ lane: Int, size: Int) -> CurvatureMatrix {
    var matrix = CurvatureMatrix(size: size)
    for row in 0..<size {
      for column in 0...row {
        let element = rows[Self.place(row, column)][lane]
        matrix[row, column] = element
        matrix[column, row] = element
      }
    }
    return matrix
  }
}

extension RotationLaw {
  /// Goes through the points of a block with everything that a fit tells of them.
  ///
  /// - Parameters:
  ///   - block: The cells.
  ///   - parameters: The law's parameters; every one a number.
  ///   - lanes: What is free.
  /// - Returns: The sums, in the order of the points.
  static func measure(
    _ block: CellBlock, at parameters: ParameterValues<Lanes>, _ lanes: FreeLanes
  ) -> BlockMeasure {
    var sums = BlockMeasure()
    for i in 0..<block.points {
      let point = block[i]
      var derivatives = LawDerivatives<Lanes>()
      let predicted = speed(
        at: LawPoint(point, of: block.galaxy), parameters, derivatives: &derivatives)
      let residual = point.observed - predicted
      let weight = block.subject.points[i].weight
      sums.chiSquared += weight * residual * residual
      let square = residual * residual
      sums.squares += square
      if block.subject.points[i].radius > CurveFit.outerRadius {
        sums.outerSquares += square
        sums.outerCount += 1
      }
      let excess = (point.baryonSpeed - point.observed) * weight.squareRoot()
      sums.baryonExcess = sums.baryonExcess.replacing(
        with: excess, where: excess .>= sums.baryonExcess)
      let isOutward = point.baryonSquare .< 0
      if isOutward.isAnywhere {
        let isClamped = clampsTotal ? isOutward .& (predicted .== 0) : isOutward
        sums.clampedPoints = sums.clampedPoints.replacing(
          with: sums.clampedPoints + 1, where: isClamped)
        if clampsTotal {
          let isOnKink = isOutward .& isOnKink(point, block.galaxy, parameters)
          sums.onKink = sums.onKink.replacing(with: -1, where: isOnKink)
        }
      }
      var slopes = [8 of Lanes](repeating: Lanes(0))
      for lane in lanes.indices {
        if case .parameter(let position) = lanes[lane] {
          slopes[lane] = derivatives.parameters[position]
        }
      }
      sums.addCurvature(slopes, count: lanes.count, weight: weight)
    }
    return sums
  }
}
