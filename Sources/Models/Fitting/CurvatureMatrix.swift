/// Half the matrix of second derivatives of χ², in the Gauss–Newton form Jᵀ W J.
package struct CurvatureMatrix: Sendable {
  /// How many of the first quantities take part.
  private let size: Int
  private var rows = [8 of SIMD8<Double>](repeating: .zero)

  /// - Parameter size: How many quantities there are; at most the capacity of a vector.
  package init(size: Int) {
    self.size = size
  }

  /// Adds one point: the derivatives of the speed there, and the point's weight.
  package mutating func add(_ derivatives: ParameterVector, weight: Double) {
    for i in 0..<size {
      let scaled = weight * derivatives[i]
      for j in 0..<size { rows[i][j] += scaled * derivatives[j] }
    }
  }

  /// Adds to the diagonal: what is known of one quantity beforehand.
  package mutating func add(_ curvature: Double, at position: Int) {
    rows[position][position] += curvature
  }

  /// The diagonal of the inverse: the variances of the parameters.
  ///
  /// The matrix is scaled to a unit diagonal and factorised by Cholesky, so that parameters of very
  /// different size do no harm. Where it is not positive definite every variance is infinite.
  ///
  /// - Parameter isFree: The parameters that take part.
  /// - Returns: A variance a parameter; meaningless for those that do not take part.
  package func inverseDiagonal(of isFree: ParameterSet) -> ParameterVector {
    let none = ParameterVector(repeating: .infinity)
    var free = SIMD8<Int>(repeating: 0)
    var count = 0
    for i in 0..<size where isFree.contains(i) {
      guard rows[i][i] > 0, rows[i][i].isFinite else { return none }
      free[count] = i
      count += 1
    }
    var factor = [8 of SIMD8<Double>](repeating: .zero)
    for i in 0..<count {
      for j in 0...i {
        let (row, column) = (free[i], free[j])
        var sum =
          i == j ? 1 : rows[row][column] / (rows[row][row] * rows[column][column]).squareRoot()
        for k in 0..<j { sum -= factor[i][k] * factor[j][k] }
        if i > j {
          factor[i][j] = sum / factor[j][j]
        } else {
          guard sum > 1e-15 else { return none }
          factor[i][i] = sum.squareRoot()
        }
      }
    }
    var diagonal = none
    for column in 0..<count {
      // Column of the inverse factor; its squares add up to the diagonal of the inverse.
      var inverse = SIMD8<Double>.zero
      var sum = 0.0
      for i in column..<count {
        var value = i == column ? 1.0 : 0.0
        for k in column..<i { value -= factor[i][k] * inverse[k] }
        inverse[i] = value / factor[i][i]
        sum += inverse[i] * inverse[i]
      }
      let index = free[column]
      diagonal[index] = sum / rows[index][index]
    }
    return diagonal
  }
}
