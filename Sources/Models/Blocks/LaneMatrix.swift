import Numerics

/// Half the second derivatives of χ² by the free parameters, a matrix in each lane.
struct LaneMatrix {
  /// The largest number of parameters.
  static let capacity = 4

  let size: Int
  /// The lower triangle, row by row.
  private var elements = [10 of Lanes](repeating: Lanes(0))

  @inline(__always)
  init(size: Int) {
    precondition(size <= Self.capacity, "kernels are for few parameters")
    self.size = size
  }

  /// An element of the lower triangle.
  @inline(__always)
  subscript(row: Int, column: Int) -> Lanes {
    get { elements[row * (row + 1) / 2 + column] }
    set { elements[row * (row + 1) / 2 + column] = newValue }
  }

  /// The matrix of one lane.
  func matrix(_ lane: Int) -> CurvatureMatrix {
    var matrix = CurvatureMatrix(size: size)
    for row in 0..<size {
      for column in 0...row {
        matrix[row, column] = self[row, column][lane]
        matrix[column, row] = self[row, column][lane]
      }
    }
    return matrix
  }

  /// Where every element of the diagonal is positive and a number.
  var hasPositiveDiagonal: Lanes.Mask {
    var mask = Lanes.Mask(true)
    for row in 0..<size {
      mask = (mask .& (self[row, row] .> 0) .& (self[row, row] .< .infinity))
    }
    return mask
  }

  /// The triangle L of the matrix scaled to a unit diagonal, L Lᵀ, with the bits of
  /// ``CholeskyFactor``, and where there is one.
  private var unitTriangle: (triangle: LaneMatrix, exists: Lanes.Mask) {
    var triangle = LaneMatrix(size: size)
    var exists = Lanes.Mask(true)
    for row in 0..<size {
      for column in 0...row {
        var sum =
          row == column
          ? Lanes(1)
          : self[row, column] / (self[row, row] * self[column, column]).squareRoot()
        for k in 0..<column { sum -= triangle[row, k] * triangle[column, k] }
        if row > column {
          triangle[row, column] = sum / triangle[column, column]
        } else {
          exists = (exists .& (sum .> 1e-15))
          triangle[row, row] = sum.squareRoot()
        }
      }
    }
    return (triangle, exists)
  }

  /// The diagonal of the inverse, with the bits of ``CurvatureMatrix``; infinite where the matrix
  /// is not positive definite.
  ///
  /// - Precondition: The diagonal is positive in the lanes that count.
  var inverseDiagonal: [4 of Lanes] {
    let (triangle, exists) = unitTriangle
    var diagonal = [4 of Lanes](repeating: Lanes(.infinity))
    for column in 0..<size {
      var inverse = [4 of Lanes](repeating: Lanes(0))
      var sum = Lanes(0)
      for row in column..<size {
        var value = Lanes(row == column ? 1 : 0)
        for k in column..<row { value -= triangle[row, k] * inverse[k] }
        inverse[row] = value / triangle[row, row]
        sum += inverse[row] * inverse[row]
      }
      diagonal[column] = diagonal[column].replacing(
        with: sum / self[column, column], where: exists)
    }
    return diagonal
  }

  /// The natural logarithm of the determinant, likewise; NaN where the matrix is not positive
  /// definite.
  var logDeterminant: Lanes {
    let (triangle, exists) = unitTriangle
    var (sum, rest) = (Lanes(0), Lanes(0))
    for row in 0..<size {
      sum += Elementary.log(self[row, row])
      if row > 0 { rest += 2 * Elementary.log(triangle[row, row]) }
    }
    return Lanes(.nan).replacing(with: sum + rest, where: exists .& hasPositiveDiagonal)
  }
}
